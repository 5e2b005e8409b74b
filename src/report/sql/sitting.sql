-- Whose statements these are and for which course, once the roster's handles and the courses' other ids are known.
-- `part` keeps registrations apart where they are asked for one by one; else it is empty.
-- `moment` puts outcomes in order as plain text: when it happened (15 digits), when it was stored (15), the id (36), then the score.
CREATE OR REPLACE TEMP VIEW credited AS
SELECT
  COALESCE(h.learner, n.learner, c.actor) AS learner,
  COALESCE(a.course, c.course) AS course,
  CASE WHEN p.per_registration THEN COALESCE(c.registration, '') ELSE '' END AS part,
  c.registration, c.session, c.id, c.stored, c.happened, c.verb, c.outcome, c.score_scaled, c.duration_ms, c.move_on, c.version, c.content, c.authority,
  CASE WHEN c.outcome IS NOT NULL THEN
    LPAD(CAST(CAST(EXTRACT(EPOCH FROM c.happened) * 1000 AS bigint) AS varchar), 15, '0')
    || LPAD(CAST(CAST(EXTRACT(EPOCH FROM c.stored) * 1000 AS bigint) AS varchar), 15, '0')
    || c.id || COALESCE(CAST(c.score_scaled AS varchar), '')
  END AS moment
FROM counted c
CROSS JOIN parameter p
LEFT JOIN handle h ON h.handle = c.actor
-- The roster may know the account's name without the system it belongs to.
LEFT JOIN handle n ON n.handle = CASE WHEN POSITION('|' IN c.actor) > 0 THEN SUBSTRING(c.actor FROM POSITION('|' IN c.actor) + 1) END
LEFT JOIN course_alias a ON a.alias = c.course;

-- One row for each time a learner sat down with a course: a cmi5 session, or a registration where there are none.
CREATE OR REPLACE TEMP VIEW sitting AS
SELECT
  c.learner, c.course, c.part, c.registration, c.session,
  MIN(c.happened) AS started,
  MAX(c.happened) AS ended,
  MIN(CASE WHEN c.outcome = 'completed' THEN c.happened END) AS completed,
  MIN(CASE WHEN c.outcome = 'passed' THEN c.happened END) AS passed,
  MIN(CASE WHEN c.outcome = 'waived' THEN c.happened END) AS waived,
  MIN(CASE WHEN c.outcome = 'satisfied' THEN c.happened END) AS satisfied,
  MAX(CASE WHEN c.outcome = 'completed' THEN c.happened END) AS last_completed,
  MAX(CASE WHEN c.outcome = 'passed' THEN c.happened END) AS last_passed,
  MAX(CASE WHEN c.outcome = 'failed' THEN c.happened END) AS last_failed,
  MIN(CASE WHEN c.outcome = 'completed' THEN c.moment END) AS completed_by,
  MIN(CASE WHEN c.outcome = 'passed' THEN c.moment END) AS passed_by,
  MIN(CASE WHEN c.outcome = 'waived' THEN c.moment END) AS waived_by,
  MIN(CASE WHEN c.outcome = 'satisfied' THEN c.moment END) AS satisfied_by,
  MAX(CASE WHEN c.outcome = 'passed' THEN c.moment END) AS last_passed_by,
  MAX(CASE WHEN c.outcome = 'failed' THEN c.moment END) AS last_failed_by,
  MAX(CASE WHEN c.verb = 'abandoned' THEN c.happened END) AS abandoned,
  MAX(CASE WHEN c.outcome IN ('passed', 'failed', 'completed') THEN c.score_scaled END) AS best_score,
  MAX(c.duration_ms) AS duration_ms,
  MAX(CASE WHEN c.verb = 'launched' THEN c.move_on END) AS move_on,
  MAX(c.version) AS version,
  MAX(c.content) AS content,
  MIN(c.authority) AS authority,
  MIN(c.stored) AS first_stored,
  MAX(c.stored) AS last_stored,
  MAX(CASE WHEN c.happened > c.stored + INTERVAL '5 minutes' THEN 1 ELSE 0 END) AS clock_ahead
FROM credited c
GROUP BY c.learner, c.course, c.part, c.registration, c.session;
