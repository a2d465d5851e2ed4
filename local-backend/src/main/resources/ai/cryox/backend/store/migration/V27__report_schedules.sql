-- Reports that are made by themselves. What a schedule is about never changes; a removed one stays, since reports name it.
CREATE TABLE report_schedule (
  schedule_id  TEXT NOT NULL PRIMARY KEY,
  kind         TEXT NOT NULL,
  facility_id  TEXT NOT NULL,
  device_id    TEXT,
  cadence      TEXT NOT NULL,
  day          INTEGER NOT NULL,
  -- such as 06:00, by the wall clock of the zone
  at_time      TEXT NOT NULL,
  zone         TEXT NOT NULL,
  -- one a line
  person_ids   TEXT NOT NULL,
  by_id        TEXT NOT NULL,
  by_name      TEXT NOT NULL,
  state        TEXT NOT NULL,
  next_ms      INTEGER NOT NULL,
  -- the report under way, if any
  report_id    TEXT REFERENCES report (report_id),
  due_ms       INTEGER,
  attempts     INTEGER,
  try_ms       INTEGER,
  failure      TEXT
) WITHOUT ROWID;

-- One number for each period of a schedule, but for those that were given up.
CREATE UNIQUE INDEX report_of_schedule ON report (schedule_id, from_ms, until_ms)
WHERE schedule_id IS NOT NULL AND state <> 'VOID';

CREATE INDEX report_by_schedule ON report (schedule_id, begun_ms) WHERE schedule_id IS NOT NULL;
