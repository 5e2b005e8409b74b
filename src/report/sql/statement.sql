-- The tables that every report reads. Types are those of standard SQL, times are UTC.
CREATE TABLE IF NOT EXISTS statement (
  id varchar PRIMARY KEY,
  stored timestamp NOT NULL,
  happened timestamp NOT NULL,
  actor varchar NOT NULL,
  verb varchar NOT NULL,
  activity varchar NOT NULL,
  course varchar NOT NULL,
  registration varchar,
  session varchar,
  cmi5 boolean NOT NULL,
  moveon boolean NOT NULL,
  move_on varchar,
  success boolean,
  completion boolean,
  score_scaled double precision,
  score_raw double precision,
  score_max double precision,
  duration_ms bigint,
  response varchar,
  version varchar,
  content varchar,
  voids varchar,
  authority varchar,
  source varchar NOT NULL
);

-- Which objectives a statement is about.
CREATE TABLE IF NOT EXISTS statement_objective (id varchar NOT NULL, objective varchar NOT NULL);

-- Names of courses, questions and objectives, as statements, exports or the roster give them.
CREATE TABLE IF NOT EXISTS title (activity varchar PRIMARY KEY, title varchar NOT NULL);

-- Other ids under which the same course appears.
CREATE TABLE IF NOT EXISTS course_alias (alias varchar PRIMARY KEY, course varchar NOT NULL);

-- The roster: people, the handles under which systems know them, and what is asked of them.
CREATE TABLE IF NOT EXISTS person (learner varchar PRIMARY KEY, name varchar, group_name varchar);
CREATE TABLE IF NOT EXISTS handle (handle varchar PRIMARY KEY, learner varchar NOT NULL);
CREATE TABLE IF NOT EXISTS assignment (learner varchar NOT NULL, course varchar NOT NULL, due timestamp, PRIMARY KEY (learner, course));
