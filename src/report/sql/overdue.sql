-- Who has not done what was due, and whose completion has run out: the longest overdue first.
SELECT
  r.learner, r.name, r.group_name, r.course, r.title, r.status,
  CASE WHEN r.status = 'expired' THEN r.expires ELSE r.due END AS due,
  CAST(CAST(p.as_of AS date) - CAST(CASE WHEN r.status = 'expired' THEN r.expires ELSE r.due END AS date) AS integer) AS days_late,
  r.started, r.latest_result, r.latest_at, r.best_score, r.attempts, r.evidence
FROM record r
CROSS JOIN parameter p
WHERE (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'course') OR r.course IN (SELECT value FROM wanted WHERE kind = 'course'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'version') OR r.version IN (SELECT value FROM wanted WHERE kind = 'version'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'group') OR r.group_name IN (SELECT value FROM wanted WHERE kind = 'group'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'status') OR r.status IN (SELECT value FROM wanted WHERE kind = 'status'))
  AND (p.done_from IS NULL OR r.due >= p.done_from)
  AND (p.done_until IS NULL OR r.due < p.done_until)
  AND r.status IN ('overdue', 'expired')
ORDER BY due, r.learner, r.course;
