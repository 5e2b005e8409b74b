-- What does not count, and why: nothing is dropped without a trace.
SELECT s.id, s.happened, s.stored, COALESCE(h.learner, s.actor) AS learner, s.course, s.verb, 'voided' AS reason, v.id AS because, v.happened AS since, v.authority AS by_whom, s.source
FROM statement s
JOIN statement v ON v.verb = 'voided' AND v.voids = s.id AND s.verb <> 'voided'
LEFT JOIN handle h ON h.handle = s.actor
UNION ALL
SELECT v.id, v.happened, v.stored, v.actor, v.course, v.verb, 'voids a statement that is not here', v.voids, v.happened, v.authority, v.source
FROM statement v
WHERE v.verb = 'voided' AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.id = v.voids)
UNION ALL
SELECT v.id, v.happened, v.stored, v.actor, v.course, v.verb, 'tries to void a voiding statement', v.voids, v.happened, v.authority, v.source
FROM statement v
JOIN statement s ON s.id = v.voids AND s.verb = 'voided'
WHERE v.verb = 'voided'
UNION ALL
SELECT s.id, s.happened, s.stored, COALESCE(h.learner, s.actor), s.course, s.verb, 'not defined by cmi5', CAST(NULL AS varchar), CAST(NULL AS timestamp), s.authority, s.source
FROM statement s
LEFT JOIN handle h ON h.handle = s.actor
WHERE s.verb IN ('passed', 'failed', 'completed') AND (s.cmi5 OR s.session IS NOT NULL) AND NOT (s.cmi5 AND s.moveon)
UNION ALL
SELECT s.id, s.happened, s.stored, COALESCE(h.learner, s.actor), s.course, s.verb, 'its result contradicts its verb', CAST(NULL AS varchar), CAST(NULL AS timestamp), s.authority, s.source
FROM statement s
LEFT JOIN handle h ON h.handle = s.actor
WHERE NOT s.cmi5 AND s.session IS NULL
  AND ((s.verb = 'passed' AND NOT COALESCE(s.success, TRUE)) OR (s.verb = 'failed' AND COALESCE(s.success, FALSE)) OR (s.verb = 'completed' AND NOT COALESCE(s.completion, TRUE)))
UNION ALL
SELECT s.id, s.happened, s.stored, COALESCE(h.learner, s.actor), s.course, s.verb, 'clock ahead of the LRS', CAST(NULL AS varchar), s.stored, s.authority, s.source
FROM statement s
LEFT JOIN handle h ON h.handle = s.actor
WHERE s.happened > s.stored + INTERVAL '5 minutes'
ORDER BY 2, 1, 7;
