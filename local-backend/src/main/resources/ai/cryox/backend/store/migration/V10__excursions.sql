-- Times are epoch milliseconds, UTC. A profile's limits are JSON as the API writes them.

-- The storage profiles that people made; those that ship are in the program.
CREATE TABLE storage_profile (
  profile_id TEXT PRIMARY KEY,
  profile    TEXT NOT NULL,
  saved_ms   INTEGER NOT NULL
) WITHOUT ROWID;

-- Devices whose temperature changed too fast at their newest reading.
CREATE TABLE rate_memory (
  device_id TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE excursion (
  device_id   TEXT NOT NULL,
  condition   TEXT NOT NULL,
  start_ms    INTEGER NOT NULL,
  facility_id TEXT NOT NULL,
  severity    TEXT NOT NULL,
  limit_value REAL,
  profile_id  TEXT NOT NULL,
  end_ms      INTEGER,
  latest_ms   INTEGER NOT NULL,
  peak        REAL NOT NULL,
  peak_ms     INTEGER NOT NULL,
  beyond_ms   INTEGER NOT NULL,
  readings    INTEGER NOT NULL,
  gaps        INTEGER NOT NULL,
  missing_ms  INTEGER NOT NULL,
  historic    INTEGER NOT NULL,
  PRIMARY KEY (device_id, condition, start_ms)
) WITHOUT ROWID;

CREATE INDEX excursion_by_start ON excursion (start_ms, device_id, condition);

-- What the tracker remembered of a device as of its reading at as_of_ms. No row: nothing but that
-- reading's time, which follows from the readings.
CREATE TABLE excursion_memory (
  device_id TEXT PRIMARY KEY,
  as_of_ms  INTEGER NOT NULL,
  memory    BLOB NOT NULL
) WITHOUT ROWID;

-- What it remembered before the first reading of a day. No row at or before a day: nothing.
CREATE TABLE excursion_waypoint (
  device_id TEXT NOT NULL,
  day_ms    INTEGER NOT NULL,
  memory    BLOB NOT NULL,
  PRIMARY KEY (device_id, day_ms)
) WITHOUT ROWID;

-- Which limits a device's readings are judged by: those of the last row not after the reading. No
-- row at all: those that hold now.
CREATE TABLE limits_change (
  device_id TEXT NOT NULL,
  from_ms   INTEGER NOT NULL,
  profile   TEXT NOT NULL,
  PRIMARY KEY (device_id, from_ms)
) WITHOUT ROWID;

-- What happened in a period, for the health of the alarm system.
CREATE INDEX alarm_change_by_time ON alarm_change (at_ms);

-- Devices whose excursions must be found again from a time on, because of readings that came late.
CREATE TABLE excursion_due (
  device_id TEXT PRIMARY KEY,
  from_ms   INTEGER NOT NULL
) WITHOUT ROWID;

-- What was stored before there were excursions.
INSERT INTO excursion_due SELECT device_id, 0 FROM device;
