-- The record of each learner and course, or of each registration when asked: when it was begun, done and due, and what says so.
-- Times decide; moments (sitting.sql) break ties and name the statements behind a row.
CREATE OR REPLACE TEMP VIEW record AS
WITH registration AS (
  SELECT
    s.learner, s.course, s.part,
    MIN(s.started) AS started, MAX(s.ended) AS ended,
    MIN(s.completed) AS completed, MIN(s.passed) AS passed, MIN(s.waived) AS waived, MIN(s.satisfied) AS satisfied,
    MAX(s.last_completed) AS last_completed, MAX(s.last_passed) AS last_passed, MAX(s.last_failed) AS last_failed,
    MAX(s.best_score) AS best_score, COUNT(*) AS attempts, SUM(s.duration_ms) AS duration_ms,
    COALESCE(MAX(s.move_on), 'NotApplicable') AS move_on,
    MIN(s.first_stored) AS first_stored, MAX(s.last_stored) AS last_stored, MAX(s.clock_ahead) AS clock_ahead
  FROM sitting s
  GROUP BY s.learner, s.course, s.part, s.registration
),
-- When the registration was earned by its moveOn, and when it was last earned anew. Where nothing is asked for (NotApplicable, or no moveOn at all) a
-- report asks for something: completed or passed, and who failed without passing has not done it by having seen everything.
judged AS (
  SELECT r.*,
    CASE
      WHEN r.move_on = 'Passed' THEN r.passed
      WHEN r.move_on = 'Completed' THEN r.completed
      WHEN r.move_on = 'CompletedAndPassed' THEN CASE WHEN r.completed > r.passed THEN r.completed WHEN r.completed IS NOT NULL THEN r.passed END
      WHEN r.move_on <> 'CompletedOrPassed' AND r.passed IS NULL AND r.last_failed IS NOT NULL THEN NULL
      WHEN r.completed < r.passed THEN r.completed
      ELSE COALESCE(r.passed, r.completed)
    END AS earned,
    CASE
      WHEN r.move_on = 'Passed' THEN r.last_passed
      WHEN r.move_on = 'Completed' THEN r.last_completed
      WHEN r.move_on = 'CompletedAndPassed' THEN CASE WHEN r.completed IS NOT NULL THEN r.last_passed END
      WHEN r.move_on <> 'CompletedOrPassed' AND r.passed IS NULL AND r.last_failed IS NOT NULL THEN NULL
      ELSE COALESCE(r.last_passed, r.last_completed)
    END AS renewed
  FROM registration r
),
-- The LMS's own word goes before.
done AS (
  SELECT j.*,
    CASE
      WHEN j.satisfied IS NOT NULL THEN j.satisfied
      WHEN j.waived < j.earned THEN j.waived
      ELSE COALESCE(j.earned, j.waived)
    END AS done
  FROM judged j
),
summed AS (
  SELECT
    d.learner, d.course, d.part,
    MIN(d.started) AS started, MAX(d.ended) AS ended,
    MIN(d.completed) AS completed, MIN(d.passed) AS passed, MIN(d.waived) AS waived, MIN(d.satisfied) AS satisfied,
    MAX(d.last_passed) AS last_passed, MAX(d.last_failed) AS last_failed,
    MIN(d.done) AS done, MAX(CASE WHEN d.renewed > d.done THEN d.renewed ELSE d.done END) AS renewed,
    MAX(CASE WHEN d.earned IS NOT NULL OR d.satisfied IS NOT NULL THEN 1 ELSE 0 END) AS earned,
    MAX(d.best_score) AS best_score, CAST(SUM(d.attempts) AS bigint) AS attempts, CAST(SUM(d.duration_ms) AS bigint) AS duration_ms,
    MIN(d.first_stored) AS first_stored, MAX(d.last_stored) AS last_stored, MAX(d.clock_ahead) AS clock_ahead
  FROM done d
  GROUP BY d.learner, d.course, d.part
),
-- The texts behind it, found once for the learner's whole course: carried through sittings and registrations they would cost more than all the rest.
said AS (
  SELECT
    c.learner, c.course, c.part,
    MIN(CASE WHEN c.outcome = 'completed' THEN c.moment END) AS completed_by,
    MIN(CASE WHEN c.outcome = 'passed' THEN c.moment END) AS passed_by,
    MIN(CASE WHEN c.outcome = 'waived' THEN c.moment END) AS waived_by,
    MIN(CASE WHEN c.outcome = 'satisfied' THEN c.moment END) AS satisfied_by,
    MAX(CASE WHEN c.outcome = 'passed' THEN c.moment END) AS last_passed_by,
    MAX(CASE WHEN c.outcome = 'failed' THEN c.moment END) AS last_failed_by,
    MAX(c.version) AS version, MAX(c.content) AS content, MIN(c.authority) AS authority
  FROM credited c
  GROUP BY c.learner, c.course, c.part
),
-- A later failure takes a pass back only where the latest result is asked to decide, and never what the LMS granted.
ruled AS (
  SELECT s.*, b.version, b.content, b.authority,
    CASE WHEN b.last_failed_by > COALESCE(b.last_passed_by, '') THEN 'failed' WHEN b.last_passed_by IS NOT NULL THEN 'passed' END AS latest_result,
    CASE WHEN b.last_failed_by > COALESCE(b.last_passed_by, '') THEN s.last_failed ELSE s.last_passed END AS latest_at,
    CASE WHEN b.last_failed_by > COALESCE(b.last_passed_by, '') THEN b.last_failed_by ELSE b.last_passed_by END AS latest_by,
    CASE WHEN p.latest_decides AND b.last_failed_by > COALESCE(b.last_passed_by, '') AND s.waived IS NULL AND s.satisfied IS NULL THEN 0 ELSE 1 END AS holds,
    -- What decided the row, each id once: what it was done by, the last pass and the last failure.
    CONCAT_WS(' ',
      SUBSTRING(b.completed_by FROM 31 FOR 36), SUBSTRING(b.passed_by FROM 31 FOR 36), SUBSTRING(b.waived_by FROM 31 FOR 36), SUBSTRING(b.satisfied_by FROM 31 FOR 36),
      CASE WHEN b.last_passed_by > b.passed_by THEN SUBSTRING(b.last_passed_by FROM 31 FOR 36) END, SUBSTRING(b.last_failed_by FROM 31 FOR 36)
    ) AS evidence
  FROM summed s
  JOIN said b ON b.learner = s.learner AND b.course = s.course AND b.part = s.part
  CROSS JOIN parameter p
),
assigned AS (
  SELECT
    COALESCE(r.learner, g.learner) AS learner, COALESCE(r.course, g.course) AS course, NULLIF(r.part, '') AS registration, g.due,
    r.version, r.content, r.started, r.ended, r.completed, r.passed,
    CASE WHEN r.holds = 1 THEN r.done END AS done, CASE WHEN r.holds = 1 THEN r.renewed END AS renewed, r.earned, r.latest_result, r.latest_at,
    CAST(NULLIF(SUBSTRING(r.latest_by FROM 67), '') AS double precision) AS latest_score, r.best_score, COALESCE(r.attempts, 0) AS attempts, r.duration_ms,
    COALESCE(r.clock_ahead, 0) = 1 AS clock_ahead, r.authority, r.first_stored, r.last_stored, NULLIF(r.evidence, '') AS evidence
  FROM ruled r
  FULL JOIN assignment g ON g.learner = r.learner AND g.course = r.course
),
dated AS (
  SELECT a.*, COALESCE(a.renewed + INTERVAL '1 month' * p.valid_months, a.renewed + INTERVAL '1 day' * p.valid_days) AS expires
  FROM assigned a
  CROSS JOIN parameter p
),
named AS (
  SELECT d.*, n.name, n.group_name, t.title,
    -- The day on which it is due belongs to the time there is.
    d.done < d.due + INTERVAL '1 day' AS in_time,
    CASE
      WHEN d.done IS NOT NULL AND d.expires <= p.as_of THEN 'expired'
      WHEN d.done IS NOT NULL AND d.earned = 0 THEN 'waived'
      WHEN d.done IS NOT NULL AND d.passed IS NOT NULL THEN 'passed'
      WHEN d.done IS NOT NULL THEN 'completed'
      WHEN d.due + INTERVAL '1 day' <= p.as_of THEN 'overdue'
      WHEN d.latest_result = 'failed' THEN 'failed'
      WHEN d.started IS NOT NULL THEN 'in progress'
      ELSE 'not started'
    END AS status
  FROM dated d
  CROSS JOIN parameter p
  LEFT JOIN person n ON n.learner = d.learner
  LEFT JOIN title t ON t.activity = d.course
)
SELECT
  n.learner, n.name, n.group_name, n.course, n.title, n.version, n.content, n.registration, n.status,
  n.started, n.ended, n.completed, n.passed, n.done, n.latest_result, n.latest_at, n.latest_score, n.best_score, n.attempts, n.duration_ms,
  n.due, n.in_time, n.expires, n.clock_ahead, n.authority, n.first_stored, n.last_stored, n.evidence
FROM named n;
