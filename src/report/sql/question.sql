-- What one report is asked for, beside the data and never kept with it.
-- What one report was asked for: one row.
CREATE TEMP TABLE IF NOT EXISTS parameter (
  as_of timestamp NOT NULL,
  valid_months integer,
  valid_days integer,
  per_registration boolean NOT NULL,
  latest_decides boolean NOT NULL,
  done_from timestamp,
  done_until timestamp,
  smallest_group integer NOT NULL
);

-- Filters: kind is course, version, group or status. No row of a kind: no filter.
CREATE TEMP TABLE IF NOT EXISTS wanted (kind varchar NOT NULL, value varchar NOT NULL);
