/** The text of `lectern help report`. */

export const REPORT_HELP = `lectern report: who completed what, when, and with what evidence

First bring the data in
  lectern report import FILE...           exports of an LMS, rosters, statements
  lectern report sync --endpoint URL      statements of an LRS, only what is new

Then ask
  lectern report completion               one line for each learner and course
  lectern report overdue                  who is late, and whose completion has run out
  lectern report attempts                 each time somebody sat down with a course
  lectern report items                    how each question does
  lectern report responses                what people answer
  lectern report objectives               how far each learning objective is reached
  lectern report audit                    what does not count, and why

And keep
  lectern report completion --evidence DIR   a folder for the auditor
  lectern report verify DIR                  proves that it is unchanged, and makes it again
  lectern report forget --before DATE        deletes what is older

Where the data is
  --store FILE      the local store (default: lectern-report.duckdb)
  --data FILE       report over .parquet or .ndjson files instead; may be repeated

Which rows
  --course NAME  --group NAME  --status NAME  --content VERSION    may be repeated; a course by its id or its title
  --from DATE  --until DATE   done from, and before
  --as-of DATE                what was so at that time (default: now)

How to judge
  --valid-for 12months        completions run out; also 365days
  --per-registration          each registration by itself, for training that recurs
  --latest                    a later failure takes back an earlier pass
  --smallest-group N          no figures about fewer people (default: 5)
  --strict                    warnings, such as people whom the roster does not know, give exit code 1

How it looks
  --format NAME     table, csv, xlsx, json, html, parquet (default: table)
  --out FILE        where it goes; the ending may name the format
  --columns A,B     only these
  --bom             a mark that lets Excel recognise UTF-8 in CSV
  --language CODE   of the HTML report: en, de
  --no-names        no names and groups, although the roster has them
  --pseudonymise    learners as keyed hashes; key from LECTERN_PSEUDONYM_KEY
  --package FILE    a zip whose content hash the statements may carry

Import
  --as NAME         roster, statements, receipts, moodle-scorm, moodle-interactions, moodle-completion,
                    scorm-cloud, ilias, table (default: told by the columns)
  --map A=B,...     which column is which: learner, email, name, group, course, title, attempt, started,
                    ended, completed, status, success, score, duration, due
  --course NAME     the course of an export that does not name it, as the roster calls it
  --title TEXT      its title
  --dates ORDER     dmy, mdy or ymd, where the dates do not tell
  --time-zone ZONE  of the export (default: UTC)
  --pass-mark N     passed from this score on, where an export has only scores
  --max-score N     what the scores are out of (default: 100)
  --replace-roster  forget the roster that was there
  --parquet DIR     write the statements as Parquet too, by month

Sync
  --verbs A,B       more verbs than completion needs; answered, for items and objectives
  Credentials come from LECTERN_LRS_KEY and LECTERN_LRS_SECRET, or are asked for.

Exit codes
  0   done
  1   done, but something was set aside or is not as it was; the messages say what
  2   the command was not understood, or a file cannot be written
  70  Lectern itself failed; please report it
`;
