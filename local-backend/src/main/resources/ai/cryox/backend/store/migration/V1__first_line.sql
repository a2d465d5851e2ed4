-- Times are epoch milliseconds, UTC. Booleans are 0 or 1. Temperatures are degrees Celsius.

CREATE TABLE device (
  device_key    INTEGER PRIMARY KEY,
  device_id     TEXT NOT NULL UNIQUE,
  facility_id   TEXT NOT NULL,
  zone          TEXT NOT NULL,
  name          TEXT NOT NULL,
  profile_id    TEXT,
  confirmed     INTEGER NOT NULL,
  desired_sampling_s  INTEGER,
  desired_high_degc   REAL,
  desired_low_degc    REAL,
  reported_sampling_s INTEGER,
  reported_high_degc  REAL,
  reported_low_degc   REAL,
  first_seen_ms INTEGER NOT NULL
);

CREATE TABLE reading (
  device_id        TEXT NOT NULL,
  time_ms          INTEGER NOT NULL,
  facility_id      TEXT NOT NULL,
  temperature_degc REAL NOT NULL,
  humidity_percent REAL,
  received_ms      INTEGER NOT NULL,
  late             INTEGER NOT NULL,
  wire_id          TEXT,
  latitude         REAL,
  longitude        REAL,
  anomaly          INTEGER,
  confidence       REAL,
  ttl_s            INTEGER,
  extra            TEXT,
  PRIMARY KEY (device_id, time_ms)
) WITHOUT ROWID;

CREATE INDEX reading_by_facility ON reading (facility_id, time_ms, device_id);
CREATE INDEX reading_by_time ON reading (time_ms, device_id);

CREATE TABLE telemetry (
  device_id   TEXT NOT NULL,
  time_ms     INTEGER NOT NULL,
  facility_id TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  power_w     REAL,
  efficiency  REAL,
  door_open   INTEGER,
  compressor_on INTEGER,
  battery_percent REAL,
  signal_dbm  REAL,
  extra       TEXT,
  PRIMARY KEY (device_id, time_ms)
) WITHOUT ROWID;

CREATE TABLE device_status (
  device_id   TEXT NOT NULL,
  time_ms     INTEGER NOT NULL,
  facility_id TEXT NOT NULL,
  received_ms INTEGER NOT NULL,
  wire_id     TEXT,
  status      TEXT NOT NULL,
  battery_percent REAL,
  signal_dbm  REAL,
  firmware    TEXT,
  sampling_s  INTEGER,
  high_degc   REAL,
  low_degc    REAL,
  extra       TEXT,
  PRIMARY KEY (device_id, time_ms)
) WITHOUT ROWID;

-- What a delay is counted from survives a restart here.
CREATE TABLE limit_memory (
  device_id TEXT NOT NULL,
  level     TEXT NOT NULL,
  violated  INTEGER NOT NULL,
  since_ms  INTEGER,
  PRIMARY KEY (device_id, level)
) WITHOUT ROWID;

CREATE TABLE cumulative_memory (
  device_id TEXT NOT NULL,
  position  INTEGER NOT NULL,
  spent_ms  INTEGER NOT NULL,
  beyond    INTEGER NOT NULL,
  PRIMARY KEY (device_id, position)
) WITHOUT ROWID;

CREATE TABLE alarm (
  alarm_id      TEXT PRIMARY KEY,
  device_id     TEXT NOT NULL,
  facility_id   TEXT NOT NULL,
  condition     TEXT NOT NULL,
  severity      TEXT NOT NULL,
  worst_severity TEXT NOT NULL,
  state         TEXT NOT NULL,
  value_degc    REAL,
  limit_degc    REAL,
  peak_degc     REAL,
  raised_ms     INTEGER NOT NULL,
  raised_received_ms INTEGER NOT NULL,
  returned_ms   INTEGER,
  acknowledged_ms INTEGER,
  acknowledged_by TEXT,
  comment       TEXT NOT NULL,
  message       TEXT NOT NULL,
  occurrences   INTEGER NOT NULL
);

CREATE INDEX alarm_by_time ON alarm (raised_ms, alarm_id);
CREATE INDEX alarm_active ON alarm (state) WHERE state <> 'NORMAL';

CREATE TABLE alarm_change (
  change_key INTEGER PRIMARY KEY,
  alarm_id   TEXT NOT NULL,
  at_ms      INTEGER NOT NULL,
  time_ms    INTEGER NOT NULL,
  event      TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state   TEXT NOT NULL,
  severity   TEXT NOT NULL,
  value_degc REAL,
  actor      TEXT NOT NULL,
  comment    TEXT NOT NULL
);

CREATE INDEX alarm_change_by_alarm ON alarm_change (alarm_id, change_key);

-- The rejected lane: what came in and could not be used, as it came.
CREATE TABLE rejection (
  rejection_key INTEGER PRIMARY KEY AUTOINCREMENT,
  received_ms INTEGER NOT NULL,
  source      TEXT NOT NULL,
  topic       TEXT NOT NULL,
  reason      TEXT NOT NULL,
  detail      TEXT NOT NULL,
  raw         BLOB NOT NULL,
  raw_length  INTEGER NOT NULL
);

CREATE INDEX rejection_by_reason ON rejection (reason);
