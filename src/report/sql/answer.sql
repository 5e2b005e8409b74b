-- Answers that count, each once: of whom, to which question of which course and version, and the how-manieth it was.
CREATE OR REPLACE TEMP VIEW answer AS
SELECT a.*,
  ROW_NUMBER() OVER (PARTITION BY a.learner, a.course, a.item, a.version ORDER BY a.happened, a.stored, a.id) AS attempt
FROM (
  SELECT DISTINCT
    COALESCE(h.learner, n.learner, s.actor) AS learner, COALESCE(c.course, s.course) AS course, s.activity AS item, COALESCE(s.version, '') AS version,
    s.id, s.happened, s.stored, s.response, s.duration_ms,
    -- Right is 1 and wrong 0; a score counts where success is not said. Questions without either are surveys.
    CASE WHEN s.success IS NOT NULL THEN CASE WHEN s.success THEN 1.0 ELSE 0.0 END ELSE s.score_scaled END AS score
  FROM statement s
  CROSS JOIN parameter p
  LEFT JOIN (SELECT DISTINCT t.voids FROM statement t WHERE t.verb = 'voided') v ON v.voids = s.id
  LEFT JOIN handle h ON h.handle = s.actor
  LEFT JOIN handle n ON n.handle = CASE WHEN POSITION('|' IN s.actor) > 0 THEN SUBSTRING(s.actor FROM POSITION('|' IN s.actor) + 1) END
  LEFT JOIN course_alias c ON c.alias = s.course
  WHERE s.verb = 'answered'
    AND (s.happened <= p.as_of OR s.stored <= p.as_of)
    AND (p.done_from IS NULL OR s.happened >= p.done_from)
    AND (p.done_until IS NULL OR s.happened < p.done_until)
    AND v.voids IS NULL
) a
LEFT JOIN person q ON q.learner = a.learner
WHERE (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'course') OR a.course IN (SELECT value FROM wanted WHERE kind = 'course'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'version') OR a.version IN (SELECT value FROM wanted WHERE kind = 'version'))
  AND (NOT EXISTS (SELECT 1 FROM wanted WHERE kind = 'group') OR q.group_name IN (SELECT value FROM wanted WHERE kind = 'group'));
