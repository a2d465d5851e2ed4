-- Who hears of alarms: what people set up (as JSON, secrets excluded), how far each alarm's telling has come (absolute instants), and the outbox.
CREATE TABLE callout_setup (
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL
) WITHOUT ROWID;

-- steps: one for each step of the policy, calls made and the instant of the next one in ms or '-', such as '1@1767225600000 0@-'
CREATE TABLE escalation (
  alarm_id TEXT PRIMARY KEY,
  policy_id TEXT NOT NULL,
  severity TEXT NOT NULL,
  started_ms INTEGER NOT NULL,
  steps TEXT NOT NULL,
  flaps INTEGER NOT NULL,
  summary_ms INTEGER,
  sounding INTEGER NOT NULL,
  next_whom TEXT NOT NULL
) WITHOUT ROWID;

-- alarm_ids: one a line
CREATE TABLE notification (
  notification_id TEXT PRIMARY KEY,
  alarm_ids TEXT NOT NULL,
  channel TEXT NOT NULL,
  person_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  address TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  facts TEXT NOT NULL,
  drill INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  next_try_ms INTEGER,
  delivered_ms INTEGER,
  receipt TEXT NOT NULL,
  failure TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX notification_underway ON notification (state) WHERE state IN ('PENDING', 'SENDING');
CREATE INDEX notification_created ON notification (created_ms, notification_id);

CREATE TABLE notification_alarm (
  alarm_id TEXT NOT NULL,
  notification_id TEXT NOT NULL,
  PRIMARY KEY (alarm_id, notification_id)
) WITHOUT ROWID;
