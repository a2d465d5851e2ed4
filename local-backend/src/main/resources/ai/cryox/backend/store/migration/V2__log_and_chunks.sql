-- Readings, telemetry and device records are series of rows, one series for each device and kind.
-- A group commit is one row of raw_log; full series are sealed into chunks, which never change.
-- Kinds: 1 readings, 2 telemetry, 3 device records. Blobs are described in docs/STORE.md.

ALTER TABLE reading RENAME TO old_reading;
ALTER TABLE telemetry RENAME TO old_telemetry;
ALTER TABLE device_status RENAME TO old_device_status;

CREATE TABLE series (
  series_key  INTEGER PRIMARY KEY,
  kind        INTEGER NOT NULL,
  device_id   TEXT NOT NULL,
  sealed_n    INTEGER NOT NULL,  -- rows in chunks
  sealed_ms   INTEGER,           -- the newest of them
  span_ms     INTEGER NOT NULL,  -- no chunk spans more
  overlap_ms  INTEGER,           -- chunks may overlap from here on
  UNIQUE (kind, device_id)
);

-- The facilities that a series has spoken of.
CREATE TABLE series_facility (
  series_key  INTEGER NOT NULL,
  facility_id TEXT NOT NULL,
  PRIMARY KEY (series_key, facility_id)
) WITHOUT ROWID;

CREATE TABLE chunk (
  chunk_key  INTEGER PRIMARY KEY,
  series_key INTEGER NOT NULL,
  from_ms    INTEGER NOT NULL,
  until_ms   INTEGER NOT NULL,
  n          INTEGER NOT NULL,
  n_value    INTEGER NOT NULL,
  min_value  REAL,
  max_value  REAL,
  sum_value  REAL NOT NULL,
  data       BLOB NOT NULL
);

CREATE INDEX chunk_by_time ON chunk (series_key, from_ms, until_ms);

CREATE TABLE raw_log (
  seq  INTEGER PRIMARY KEY,
  n    INTEGER NOT NULL,
  data BLOB NOT NULL
);

-- What of a series was neither sealed nor newer than raw_log row seq.
CREATE TABLE tail (
  series_key INTEGER PRIMARY KEY,
  seq        INTEGER NOT NULL,
  n          INTEGER NOT NULL,
  data       BLOB NOT NULL
);

-- Blobs that could not be read, as they are, and why.
CREATE TABLE damage (
  damage_key INTEGER PRIMARY KEY,
  record     TEXT NOT NULL UNIQUE,
  detail     TEXT NOT NULL,
  data       BLOB NOT NULL
);

-- How long a facility's series are kept; the row with no facility is for all others.
CREATE TABLE retention (
  facility_id TEXT PRIMARY KEY,
  days        INTEGER NOT NULL
) WITHOUT ROWID;
