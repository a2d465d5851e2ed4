-- When somebody changed the limits; from_ms is the time of the first reading that they judge. NULL in
-- rows from before this step.
ALTER TABLE limits_change ADD COLUMN changed_ms INTEGER;

-- Which place a device left for which: another zone, or another facility. Rows are only added.
CREATE TABLE device_move (
  move_key      INTEGER PRIMARY KEY AUTOINCREMENT,
  device_id     TEXT NOT NULL,
  moved_ms      INTEGER NOT NULL,
  left_facility TEXT NOT NULL,
  left_zone     TEXT NOT NULL,
  facility_id   TEXT NOT NULL,
  zone          TEXT NOT NULL
);

CREATE INDEX device_move_by_device ON device_move (device_id, moved_ms);
