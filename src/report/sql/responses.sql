-- What people answer at the first try: one row for each question and response, rare ones together.
WITH counted_response AS (
  SELECT a.course, a.version, a.item, COALESCE(a.response, '') AS response, COUNT(*) AS learners, AVG(a.score) AS score
  FROM answer a
  WHERE a.attempt = 1
  GROUP BY a.course, a.version, a.item, COALESCE(a.response, '')
),
grouped AS (
  SELECT
    r.course, r.version, r.item, CASE WHEN r.learners >= p.smallest_group THEN r.response END AS response,
    CAST(SUM(r.learners) AS bigint) AS learners, CASE WHEN MIN(r.learners) >= p.smallest_group THEN AVG(r.score) END AS score
  FROM counted_response r
  CROSS JOIN parameter p
  GROUP BY r.course, r.version, r.item, CASE WHEN r.learners >= p.smallest_group THEN r.response END, p.smallest_group
)
SELECT
  g.course, NULLIF(g.version, '') AS version, g.item, t.title, g.response, g.learners,
  g.learners * 1.0 / SUM(g.learners) OVER (PARTITION BY g.course, g.version, g.item) AS share, g.score
FROM grouped g
LEFT JOIN title t ON t.activity = g.item
ORDER BY g.course, g.version, g.item, g.learners DESC, g.response;
