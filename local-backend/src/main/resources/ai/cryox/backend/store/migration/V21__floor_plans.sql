-- A picture of each facility and where its devices stand on it, as parts of its width and height.
CREATE TABLE floor_picture (
  facility_id TEXT PRIMARY KEY,
  picture     BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE floor_spot (
  facility_id TEXT NOT NULL,
  device_id   TEXT NOT NULL,
  x           REAL NOT NULL CHECK (x BETWEEN 0 AND 1),
  y           REAL NOT NULL CHECK (y BETWEEN 0 AND 1),
  PRIMARY KEY (facility_id, device_id)
) WITHOUT ROWID;
