-- How each question does: how many get it right at the first try, and whether those who know more do.
-- Figures about fewer people than the smallest group are left out.
WITH first_answer AS (
  SELECT a.* FROM answer a WHERE a.attempt = 1
),
total AS (
  SELECT f.learner, f.course, f.version, SUM(f.score) AS score, COUNT(f.score) AS items
  FROM first_answer f
  GROUP BY f.learner, f.course, f.version
),
paired AS (
  -- The rest of the test, the question itself left out: else it would agree with itself.
  SELECT f.course, f.version, f.item, f.learner, f.score, f.duration_ms,
    CASE WHEN t.items > 1 THEN (t.score - f.score) / (t.items - 1) END AS rest
  FROM first_answer f
  JOIN total t ON t.learner = f.learner AND t.course = f.course AND t.version = f.version
),
every AS (
  SELECT a.course, a.version, a.item, COUNT(*) AS answers FROM answer a GROUP BY a.course, a.version, a.item
),
figures AS (
  SELECT
    q.course, q.version, q.item, COUNT(*) AS learners, AVG(q.score) AS difficulty,
    CASE WHEN STDDEV_POP(q.score) > 0 AND STDDEV_POP(CASE WHEN q.score IS NOT NULL THEN q.rest END) > 0 THEN CORR(q.score, q.rest) END AS discrimination,
    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY CAST(q.duration_ms AS double precision)) AS median_ms
  FROM paired q
  GROUP BY q.course, q.version, q.item
)
SELECT
  f.course, c.title AS course_title, NULLIF(f.version, '') AS version, f.item, t.title, f.learners, e.answers,
  CASE WHEN f.learners >= p.smallest_group THEN f.difficulty END AS difficulty,
  CASE WHEN f.learners >= p.smallest_group THEN f.discrimination END AS discrimination,
  CASE WHEN f.learners >= p.smallest_group THEN f.median_ms END AS median_ms,
  f.learners < p.smallest_group AS suppressed
FROM figures f
JOIN every e ON e.course = f.course AND e.version = f.version AND e.item = f.item
CROSS JOIN parameter p
LEFT JOIN title t ON t.activity = f.item
LEFT JOIN title c ON c.activity = f.course
ORDER BY f.course, f.version, f.item;
