-- Who completed what.
SELECT r.*
FROM record r
CROSS JOIN parameter p
WHERE (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'course') OR r.course IN (SELECT value FROM wanted WHERE kind = 'course'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'version') OR r.version IN (SELECT value FROM wanted WHERE kind = 'version'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'group') OR r.group_name IN (SELECT value FROM wanted WHERE kind = 'group'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'status') OR r.status IN (SELECT value FROM wanted WHERE kind = 'status'))
  AND (p.done_from IS NULL OR r.done >= p.done_from)
  AND (p.done_until IS NULL OR r.done < p.done_until)
ORDER BY r.learner, r.course, r.registration;
