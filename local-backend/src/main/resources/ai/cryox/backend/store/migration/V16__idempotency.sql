-- What callers of the API were promised: answers that are given again when a request is sent again, and when devices were told which configuration.
CREATE TABLE kept_answer (
  caller      TEXT NOT NULL,
  request_key TEXT NOT NULL,
  fingerprint BLOB NOT NULL,
  asked_ms    INTEGER NOT NULL,
  -- No status: the request was begun, and how it ended is not known.
  status      INTEGER,
  media_type  TEXT,
  etag        TEXT,
  location    TEXT,
  body        BLOB,
  PRIMARY KEY (caller, request_key)
) WITHOUT ROWID;

CREATE INDEX kept_answer_by_time ON kept_answer (asked_ms);

CREATE TABLE asked_configuration (
  device_id       TEXT NOT NULL,
  desired_version INTEGER NOT NULL,
  asked_ms        INTEGER NOT NULL,
  asked_by        TEXT NOT NULL,
  PRIMARY KEY (device_id, desired_version)
) WITHOUT ROWID;
