-- What people wrote of excursions: one row for each version, the newest holds.
CREATE TABLE capa_note (
  device_id   TEXT NOT NULL,
  condition   TEXT NOT NULL,
  start_ms    INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  cause       TEXT NOT NULL,
  corrective  TEXT NOT NULL,
  preventive  TEXT NOT NULL,
  responsible TEXT NOT NULL,
  -- such as 2026-12-01
  due_on      TEXT,
  done        INTEGER NOT NULL,
  user_id     TEXT NOT NULL,
  author      TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  PRIMARY KEY (device_id, condition, start_ms, version)
) WITHOUT ROWID;

CREATE TRIGGER capa_note_is_never_changed BEFORE UPDATE ON capa_note
BEGIN
  SELECT RAISE(ABORT, 'what was written of an excursion is never changed');
END;

CREATE TRIGGER capa_note_is_never_deleted BEFORE DELETE ON capa_note
BEGIN
  SELECT RAISE(ABORT, 'what was written of an excursion is never deleted');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER capa_note_is_never_replaced BEFORE INSERT ON capa_note
WHEN EXISTS (
  SELECT 1 FROM capa_note
  WHERE device_id = NEW.device_id AND condition = NEW.condition AND start_ms = NEW.start_ms
    AND version = NEW.version
)
BEGIN
  SELECT RAISE(ABORT, 'what was written of an excursion is never replaced');
END;
