-- What people decided of the alarms that no storage profile describes. No row in alarm_design: what comes with the program.

CREATE TABLE alarm_design (
  design_key       INTEGER PRIMARY KEY CHECK (design_key = 1),
  longest_shelf_ms INTEGER NOT NULL,
  stuck_after_ms   INTEGER NOT NULL
);

CREATE TABLE alarm_latching (
  condition TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE alarm_severity (
  condition TEXT PRIMARY KEY,
  severity  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE alarm_limit (
  condition    TEXT PRIMARY KEY,
  value        REAL,
  deadband     REAL NOT NULL,
  on_delay_ms  INTEGER NOT NULL,
  off_delay_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE alarm_guidance (
  zone      TEXT NOT NULL,
  condition TEXT NOT NULL,
  position  INTEGER NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (zone, condition)
) WITHOUT ROWID;

-- What a delay of a watched condition is counted from survives a restart here.
CREATE TABLE watch_memory (
  device_id TEXT NOT NULL,
  condition TEXT NOT NULL,
  violated  INTEGER NOT NULL,
  since_ms  INTEGER,
  PRIMARY KEY (device_id, condition)
) WITHOUT ROWID;

-- By which way a device's readings last came: a gateway's client id, or a link to another broker.
CREATE TABLE device_path (
  device_id TEXT PRIMARY KEY,
  source    TEXT NOT NULL
) WITHOUT ROWID;
