-- What people write down about devices: added and never changed.
CREATE TABLE device_note (
  note_key  INTEGER PRIMARY KEY AUTOINCREMENT,
  device_id TEXT NOT NULL,
  at_ms     INTEGER NOT NULL,
  user_id   TEXT NOT NULL,
  author    TEXT NOT NULL,
  words     TEXT NOT NULL
);

CREATE INDEX device_note_by_device ON device_note (device_id, note_key);

CREATE TRIGGER device_note_is_never_changed BEFORE UPDATE ON device_note
BEGIN
  SELECT RAISE(ABORT, 'a note is never changed');
END;

CREATE TRIGGER device_note_is_never_deleted BEFORE DELETE ON device_note
BEGIN
  SELECT RAISE(ABORT, 'no note is deleted');
END;

CREATE TRIGGER device_note_is_never_replaced BEFORE INSERT ON device_note
WHEN EXISTS (SELECT 1 FROM device_note WHERE note_key = NEW.note_key)
BEGIN
  SELECT RAISE(ABORT, 'no note is replaced');
END;

CREATE TABLE device_photo (
  device_id  TEXT PRIMARY KEY,
  at_ms      INTEGER NOT NULL,
  author     TEXT NOT NULL,
  media_type TEXT NOT NULL,
  data       BLOB NOT NULL
) WITHOUT ROWID;

-- Curves that somebody looks at together; pens: quantity and device, one a line.
CREATE TABLE pen_group (
  user_id  TEXT NOT NULL,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  pens     TEXT NOT NULL,
  PRIMARY KEY (user_id, position)
) WITHOUT ROWID;

-- What energy costs; the empty facility stands for all others.
CREATE TABLE energy_tariff (
  facility_id   TEXT PRIMARY KEY,
  price_per_kwh REAL NOT NULL,
  currency      TEXT NOT NULL
) WITHOUT ROWID;

-- What a unit drew in the period that later ones are compared with.
CREATE TABLE energy_baseline (
  device_id TEXT PRIMARY KEY,
  from_ms   INTEGER NOT NULL,
  until_ms  INTEGER NOT NULL,
  watts     REAL NOT NULL,
  windows   INTEGER NOT NULL,
  chosen_by TEXT NOT NULL,
  chosen_ms INTEGER NOT NULL
) WITHOUT ROWID;
