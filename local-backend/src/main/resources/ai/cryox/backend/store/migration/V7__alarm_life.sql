-- An alarm's whole life: where it is beneath what holds it, whether it latches, who put it aside and until when. Values are in the unit of the alarm's condition.
ALTER TABLE alarm RENAME COLUMN value_degc TO value;
ALTER TABLE alarm RENAME COLUMN limit_degc TO limit_value;
ALTER TABLE alarm RENAME COLUMN peak_degc TO peak;
ALTER TABLE alarm ADD COLUMN beneath TEXT NOT NULL DEFAULT 'NORMAL';
UPDATE alarm SET beneath = state;
ALTER TABLE alarm ADD COLUMN latching INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm ADD COLUMN held_since_ms INTEGER;
ALTER TABLE alarm ADD COLUMN held_until_ms INTEGER;
ALTER TABLE alarm ADD COLUMN held_by TEXT;
ALTER TABLE alarm ADD COLUMN hold_reason TEXT;
ALTER TABLE alarm_change RENAME COLUMN value_degc TO value;
ALTER TABLE alarm_change ADD COLUMN until_ms INTEGER;
