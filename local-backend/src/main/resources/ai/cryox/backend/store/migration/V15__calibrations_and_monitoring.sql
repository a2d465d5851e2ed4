-- The calibration register: entries are added and never changed. points: indicated and added °C, one point a line.
CREATE TABLE calibration (
  calibration_key INTEGER PRIMARY KEY AUTOINCREMENT,
  device_id     TEXT NOT NULL,
  serial        TEXT NOT NULL,
  model         TEXT NOT NULL,
  certificate   TEXT NOT NULL,
  laboratory    TEXT NOT NULL,
  calibrated_on TEXT NOT NULL,
  due_on        TEXT NOT NULL,
  uncertainty_degc REAL,
  points        TEXT NOT NULL,
  valid_from_ms INTEGER NOT NULL,
  recorded_ms   INTEGER NOT NULL,
  recorded_by   TEXT NOT NULL,
  reason        TEXT NOT NULL
);

CREATE INDEX calibration_by_device ON calibration (device_id, calibration_key);

CREATE TRIGGER calibration_is_never_changed BEFORE UPDATE ON calibration
BEGIN
  SELECT RAISE(ABORT, 'a calibration is never changed');
END;

CREATE TRIGGER calibration_is_never_deleted BEFORE DELETE ON calibration
BEGIN
  SELECT RAISE(ABORT, 'nothing is deleted from the calibration register');
END;

CREATE TRIGGER calibration_is_never_replaced BEFORE INSERT ON calibration
WHEN EXISTS (SELECT 1 FROM calibration WHERE calibration_key = NEW.calibration_key)
BEGIN
  SELECT RAISE(ABORT, 'nothing is replaced in the calibration register');
END;

-- When the backend ran, by its own clock: alive_ms is written every ten seconds.
CREATE TABLE monitoring_run (
  run_key    INTEGER PRIMARY KEY AUTOINCREMENT,
  started_ms INTEGER NOT NULL,
  alive_ms   INTEGER NOT NULL
);
