-- Stored reports. A number is used once; a row is never deleted, and what was signed is never changed.
CREATE TABLE report (
  report_id    TEXT NOT NULL PRIMARY KEY,
  facility_id  TEXT NOT NULL,
  year         INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  device_id    TEXT,
  from_ms      INTEGER NOT NULL,
  until_ms     INTEGER NOT NULL,
  maker_id     TEXT NOT NULL,
  maker        TEXT NOT NULL,
  begun_ms     INTEGER NOT NULL,
  corrects     TEXT REFERENCES report (report_id),
  schedule_id  TEXT,
  note         TEXT NOT NULL,
  state        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  -- SHA-256, hexadecimal: of the document now, as it was made, and of the data in it. The document lies in the folder reports under its hash.
  document     TEXT NOT NULL,
  made         TEXT NOT NULL,
  data         TEXT NOT NULL,
  bytes        INTEGER NOT NULL,
  pages        INTEGER NOT NULL,
  UNIQUE (facility_id, year, number, version)
);

CREATE INDEX report_by_time ON report (begun_ms, report_id);

CREATE TABLE report_signature (
  report_id TEXT NOT NULL REFERENCES report (report_id),
  place     INTEGER NOT NULL,
  step      TEXT NOT NULL,
  user_id   TEXT NOT NULL,
  name      TEXT NOT NULL,
  at_ms     INTEGER NOT NULL,
  comment   TEXT NOT NULL,
  signed    TEXT NOT NULL,
  document  TEXT NOT NULL,
  hash      TEXT NOT NULL,
  PRIMARY KEY (report_id, place)
) WITHOUT ROWID;

CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report
BEGIN
  SELECT RAISE(ABORT, 'a report is never deleted');
END;

-- INSERT OR REPLACE deletes without asking the trigger above; a common INSERT may go on to its ON CONFLICT clause.
CREATE TRIGGER report_number_is_used_once BEFORE INSERT ON report
WHEN EXISTS (
  SELECT 1 FROM report
  WHERE facility_id = NEW.facility_id AND year = NEW.year AND number = NEW.number
    AND version = NEW.version AND report_id <> NEW.report_id
)
BEGIN
  SELECT RAISE(ABORT, 'this number belongs to another report');
END;

CREATE TRIGGER report_keeps_what_it_is BEFORE UPDATE ON report
WHEN NEW.report_id <> OLD.report_id OR NEW.facility_id <> OLD.facility_id
  OR NEW.year <> OLD.year OR NEW.number <> OLD.number OR NEW.version <> OLD.version
  OR NEW.kind <> OLD.kind OR NEW.device_id IS NOT OLD.device_id
  OR NEW.from_ms <> OLD.from_ms OR NEW.until_ms <> OLD.until_ms
  OR NEW.maker_id <> OLD.maker_id OR NEW.maker <> OLD.maker OR NEW.begun_ms <> OLD.begun_ms
  OR NEW.corrects IS NOT OLD.corrects OR NEW.schedule_id IS NOT OLD.schedule_id
  OR NEW.note <> OLD.note
BEGIN
  SELECT RAISE(ABORT, 'a report keeps its number, what it is about and who had it made');
END;

CREATE TRIGGER report_goes_its_way BEFORE UPDATE ON report
WHEN NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN (
  'MAKING>DRAFT', 'MAKING>VOID', 'DRAFT>REVIEWED', 'DRAFT>REJECTED', 'DRAFT>WITHDRAWN',
  'REVIEWED>APPROVED', 'REVIEWED>REJECTED', 'REVIEWED>WITHDRAWN', 'APPROVED>WITHDRAWN')
BEGIN
  SELECT RAISE(ABORT, 'a report goes from draft to reviewed to approved and never back');
END;

CREATE TRIGGER report_changes_by_signatures_only BEFORE UPDATE ON report
WHEN OLD.document <> '' AND (
  NEW.made <> OLD.made OR NEW.data <> OLD.data OR NEW.pages <> OLD.pages
  OR NEW.reason <> OLD.reason
  OR ((NEW.state <> OLD.state OR NEW.document <> OLD.document OR NEW.bytes <> OLD.bytes)
    AND NOT EXISTS (
      SELECT 1 FROM report_signature
      WHERE report_id = NEW.report_id AND signed = OLD.document AND document = NEW.document)))
BEGIN
  SELECT RAISE(ABORT, 'a report that was made is changed by signatures only');
END;

CREATE TRIGGER report_signature_is_never_changed BEFORE UPDATE ON report_signature
BEGIN
  SELECT RAISE(ABORT, 'a signature is never changed');
END;

CREATE TRIGGER report_signature_is_never_deleted BEFORE DELETE ON report_signature
BEGIN
  SELECT RAISE(ABORT, 'a signature is never deleted');
END;

CREATE TRIGGER report_signature_is_never_replaced BEFORE INSERT ON report_signature
WHEN EXISTS (
  SELECT 1 FROM report_signature
  WHERE report_id = NEW.report_id AND place = NEW.place AND hash <> NEW.hash
)
BEGIN
  SELECT RAISE(ABORT, 'a signature is never replaced');
END;

-- How a facility's reports look.
CREATE TABLE report_letterhead (
  facility_id TEXT NOT NULL PRIMARY KEY,
  name        TEXT NOT NULL,
  address     TEXT NOT NULL,
  zone        TEXT NOT NULL,
  language    TEXT NOT NULL,
  logo        BLOB NOT NULL
) WITHOUT ROWID;
