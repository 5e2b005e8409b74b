-- What counts: the lifecycle of learners' courses, voided statements left out, each with the verdict it gives.
-- A statement may be here twice: the reports take minima and maxima only, which do not mind.
CREATE OR REPLACE TEMP VIEW counted AS
SELECT
  s.id, s.stored, s.happened, s.actor, s.course, s.registration, s.session, s.verb,
  s.score_scaled, s.duration_ms, s.move_on, s.version, s.content, s.authority,
  CASE
    -- cmi5: only what cmi5 defines, and only with both categories.
    WHEN s.verb IN ('passed', 'failed', 'completed') AND (s.cmi5 OR s.session IS NOT NULL)
      THEN CASE WHEN s.cmi5 AND s.moveon THEN s.verb END
    -- Tin Can and the SCORM profile: the result may take the verb back.
    WHEN s.verb = 'passed' THEN CASE WHEN COALESCE(s.success, TRUE) THEN 'passed' END
    WHEN s.verb = 'failed' THEN CASE WHEN NOT COALESCE(s.success, FALSE) THEN 'failed' END
    WHEN s.verb = 'completed' THEN CASE WHEN COALESCE(s.completion, TRUE) THEN 'completed' END
    WHEN s.verb IN ('waived', 'satisfied') THEN s.verb
  END AS outcome
FROM statement s
CROSS JOIN parameter p
-- A voiding statement cannot be voided, so this needs no second look.
LEFT JOIN (SELECT DISTINCT t.voids FROM statement t WHERE t.verb = 'voided') v ON v.voids = s.id
WHERE s.verb IN ('launched', 'initialized', 'attempted', 'resumed', 'completed', 'passed', 'failed', 'terminated', 'suspended', 'abandoned', 'waived', 'satisfied')
  -- A clock that runs ahead is no reason to overlook what the LRS has long since stored.
  AND (s.happened <= p.as_of OR s.stored <= p.as_of)
  AND v.voids IS NULL;
