-- How devices prove who they are. Keys are sealed with the key file of the data folder.
CREATE TABLE credential (
  device_id   TEXT PRIMARY KEY,
  facility_id TEXT NOT NULL,
  method      TEXT NOT NULL,
  enabled     INTEGER NOT NULL,
  gateway     INTEGER NOT NULL,
  primary_proof   TEXT,
  secondary_proof TEXT,
  changed_ms  INTEGER NOT NULL
) WITHOUT ROWID;

-- What the facility's authority has signed; with revoked_ms it is the revocation list.
CREATE TABLE device_certificate (
  serial     TEXT PRIMARY KEY,
  device_id  TEXT NOT NULL,
  issued_ms  INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  revoked_ms INTEGER
) WITHOUT ROWID;

-- The audit trail: rows are added and never changed.
CREATE TABLE audit (
  audit_key INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms     INTEGER NOT NULL,
  who       TEXT NOT NULL,
  what      TEXT NOT NULL,
  device_id TEXT,
  address   TEXT,
  outcome   TEXT NOT NULL,
  occurrences INTEGER NOT NULL,
  detail    TEXT NOT NULL
);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is never changed');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'nothing is deleted from the audit trail');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE audit_key = NEW.audit_key)
BEGIN
  SELECT RAISE(ABORT, 'nothing is replaced in the audit trail');
END;
