-- What MQTT sessions remember while their client or the backend is away.

CREATE TABLE mqtt_session (
  client_id TEXT PRIMARY KEY,
  expiry_s  INTEGER NOT NULL,
  left_ms   INTEGER
) WITHOUT ROWID;

CREATE TABLE mqtt_subscription (
  client_id    TEXT NOT NULL,
  filter       TEXT NOT NULL,
  qos          INTEGER NOT NULL,
  no_local     INTEGER NOT NULL,
  as_published INTEGER NOT NULL,
  retain_handling TEXT NOT NULL,
  identifier   INTEGER NOT NULL,
  PRIMARY KEY (client_id, filter)
) WITHOUT ROWID;

-- Messages that wait for a client. The packet id follows from the sequence.
CREATE TABLE mqtt_waiting (
  client_id   TEXT NOT NULL,
  sequence    INTEGER NOT NULL,
  topic       TEXT NOT NULL,
  payload     BLOB NOT NULL,
  qos         INTEGER NOT NULL,
  published_qos INTEGER NOT NULL,
  retain      INTEGER NOT NULL,
  received    INTEGER NOT NULL,
  expires_ms  INTEGER,
  properties  BLOB NOT NULL,
  identifiers TEXT NOT NULL,
  PRIMARY KEY (client_id, sequence)
);

-- Packet ids of clients' messages with QoS 2, from PUBLISH to PUBREL.
CREATE TABLE mqtt_remembered (
  client_id TEXT NOT NULL,
  packet_id INTEGER NOT NULL,
  PRIMARY KEY (client_id, packet_id)
) WITHOUT ROWID;

CREATE TABLE mqtt_retained (
  topic      TEXT PRIMARY KEY,
  payload    BLOB NOT NULL,
  qos        INTEGER NOT NULL,
  expires_ms INTEGER,
  properties BLOB NOT NULL
);
