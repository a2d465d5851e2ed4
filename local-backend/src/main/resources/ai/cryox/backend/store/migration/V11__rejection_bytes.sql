-- How many bytes the rejected lane keeps, so that nobody has to add them up.
CREATE TABLE rejection_total (bytes INTEGER NOT NULL);

INSERT INTO rejection_total SELECT coalesce(sum(length(raw)), 0) FROM rejection;

CREATE TRIGGER rejection_added AFTER INSERT ON rejection BEGIN
  UPDATE rejection_total SET bytes = bytes + length(NEW.raw);
END;

CREATE TRIGGER rejection_removed AFTER DELETE ON rejection BEGIN
  UPDATE rejection_total SET bytes = bytes - length(OLD.raw);
END;
