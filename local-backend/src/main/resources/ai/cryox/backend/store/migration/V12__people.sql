-- Who can sign in. Nothing is ever deleted here: records name it, and no id or name comes back.
CREATE TABLE account (
  user_id       TEXT NOT NULL PRIMARY KEY,
  sign_in_name  TEXT NOT NULL,
  sign_in_key   TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  kind          TEXT NOT NULL,
  disabled      INTEGER NOT NULL,
  issuer        TEXT,
  subject       TEXT,
  password      TEXT,
  password_ms   INTEGER,
  must_change   INTEGER NOT NULL,
  former        TEXT NOT NULL,
  failures      INTEGER NOT NULL,
  locked_until_ms INTEGER,
  created_ms    INTEGER NOT NULL,
  last_sign_in_ms INTEGER,
  UNIQUE (issuer, subject)
);

CREATE TABLE account_role (
  user_id     TEXT NOT NULL REFERENCES account (user_id),
  role        TEXT NOT NULL,
  facility_id TEXT NOT NULL,
  PRIMARY KEY (user_id, role, facility_id)
) WITHOUT ROWID;

-- A sign-in that goes on from request to request.
CREATE TABLE sign_in (
  session_id TEXT NOT NULL PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES account (user_id),
  generation INTEGER NOT NULL,
  began_ms   INTEGER NOT NULL,
  renewed_ms INTEGER NOT NULL,
  ended_ms   INTEGER
);

CREATE INDEX sign_in_open ON sign_in (user_id) WHERE ended_ms IS NULL;

CREATE TRIGGER account_is_never_deleted BEFORE DELETE ON account
BEGIN
  SELECT RAISE(ABORT, 'accounts are disabled, never deleted');
END;

CREATE TRIGGER account_keeps_its_names BEFORE UPDATE ON account
WHEN NEW.user_id <> OLD.user_id OR NEW.sign_in_key <> OLD.sign_in_key
BEGIN
  SELECT RAISE(ABORT, 'an account keeps its id and its sign-in name');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER account_is_never_replaced BEFORE INSERT ON account
WHEN EXISTS (
  SELECT 1 FROM account
  WHERE sign_in_key = NEW.sign_in_key AND user_id <> NEW.user_id
)
BEGIN
  SELECT RAISE(ABORT, 'this sign-in name belongs to somebody');
END;
