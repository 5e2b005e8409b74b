-- Each time somebody sat down with a course: when, how long, and with what result.
SELECT
  s.learner, n.name, n.group_name, s.course, t.title, s.version, s.content, s.registration, s.session,
  ROW_NUMBER() OVER (PARTITION BY s.learner, s.course ORDER BY s.started, s.ended, COALESCE(s.registration, ''), COALESCE(s.session, '')) AS attempt,
  s.started, s.ended, s.duration_ms,
  CASE
    WHEN s.last_failed_by > COALESCE(s.last_passed_by, '') THEN 'failed'
    WHEN s.passed IS NOT NULL THEN 'passed'
    WHEN s.completed IS NOT NULL THEN 'completed'
    WHEN s.waived IS NOT NULL THEN 'waived'
    WHEN s.satisfied IS NOT NULL THEN 'satisfied'
    WHEN s.abandoned IS NOT NULL THEN 'abandoned'
    ELSE 'in progress'
  END AS result,
  s.best_score, s.clock_ahead = 1 AS clock_ahead, s.authority,
  NULLIF(CONCAT_WS(' ',
    SUBSTRING(s.completed_by FROM 31 FOR 36), SUBSTRING(s.passed_by FROM 31 FOR 36), SUBSTRING(s.waived_by FROM 31 FOR 36), SUBSTRING(s.satisfied_by FROM 31 FOR 36),
    CASE WHEN s.last_passed_by > s.passed_by THEN SUBSTRING(s.last_passed_by FROM 31 FOR 36) END, SUBSTRING(s.last_failed_by FROM 31 FOR 36)
  ), '') AS evidence
FROM sitting s
CROSS JOIN parameter p
LEFT JOIN person n ON n.learner = s.learner
LEFT JOIN title t ON t.activity = s.course
WHERE (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'course') OR s.course IN (SELECT value FROM wanted WHERE kind = 'course'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'version') OR s.version IN (SELECT value FROM wanted WHERE kind = 'version'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'group') OR n.group_name IN (SELECT value FROM wanted WHERE kind = 'group'))
  AND (p.done_from IS NULL OR s.ended >= p.done_from)
  AND (p.done_until IS NULL OR s.ended < p.done_until)
ORDER BY s.learner, s.course, attempt;
