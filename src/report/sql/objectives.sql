-- How far each learning objective is reached: the questions that test it, at the first try.
SELECT
  a.course, c.title AS course_title, NULLIF(a.version, '') AS version, o.objective, t.title,
  COUNT(DISTINCT a.learner) AS learners, COUNT(DISTINCT a.item) AS items,
  CASE WHEN COUNT(DISTINCT a.learner) >= MAX(p.smallest_group) THEN AVG(a.score) END AS reached,
  COUNT(DISTINCT a.learner) < MAX(p.smallest_group) AS suppressed
FROM answer a
JOIN statement_objective o ON o.id = a.id
CROSS JOIN parameter p
LEFT JOIN title t ON t.activity = o.objective
LEFT JOIN title c ON c.activity = a.course
WHERE a.attempt = 1
GROUP BY a.course, c.title, a.version, o.objective, t.title
ORDER BY a.course, a.version, o.objective;
