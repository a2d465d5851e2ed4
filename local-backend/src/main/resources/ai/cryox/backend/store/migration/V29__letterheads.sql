-- How a facility's reports look: each time that somebody says so a new version, and none is ever changed.
CREATE TABLE letterhead (
  facility_id TEXT NOT NULL,
  version     INTEGER NOT NULL,
  saved_ms    INTEGER NOT NULL,
  saved_by    TEXT NOT NULL,
  name        TEXT NOT NULL,
  address     TEXT NOT NULL,
  zone        TEXT NOT NULL,
  language    TEXT NOT NULL,
  logo        BLOB NOT NULL,
  PRIMARY KEY (facility_id, version)
);

INSERT INTO letterhead (facility_id, version, saved_ms, saved_by, name, address, zone, language, logo)
SELECT facility_id, 1, 0, '', name, address, zone, language, logo FROM report_letterhead;

DROP TABLE report_letterhead;

CREATE TRIGGER letterhead_is_never_changed BEFORE UPDATE ON letterhead
BEGIN
  SELECT RAISE(ABORT, 'a letterhead is never changed, a new version takes its place');
END;

CREATE TRIGGER letterhead_is_never_deleted BEFORE DELETE ON letterhead
BEGIN
  SELECT RAISE(ABORT, 'a letterhead is never deleted');
END;
