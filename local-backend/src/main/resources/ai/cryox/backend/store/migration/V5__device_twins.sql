-- What devices are told and what they say of themselves: JSON objects without nulls.
CREATE TABLE device_twin (
  device_id        TEXT NOT NULL PRIMARY KEY,
  desired          TEXT NOT NULL,
  desired_version  INTEGER NOT NULL,
  reported         TEXT NOT NULL,
  reported_version INTEGER NOT NULL,
  changed_ms       INTEGER NOT NULL
);

-- Messages that wait for their devices; the topic carries their properties.
CREATE TABLE device_bound (
  message_key INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id  TEXT NOT NULL UNIQUE,
  device_id   TEXT NOT NULL,
  topic       TEXT NOT NULL,
  payload     BLOB NOT NULL,
  expires_ms  INTEGER NOT NULL
);

CREATE INDEX device_bound_by_device ON device_bound (device_id, message_key);
CREATE INDEX device_bound_by_expiry ON device_bound (expires_ms);
