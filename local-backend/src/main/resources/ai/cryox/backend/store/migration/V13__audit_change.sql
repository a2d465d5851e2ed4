-- Who exactly, what about, what was there before and after, and why.
ALTER TABLE audit ADD COLUMN user_id TEXT;
ALTER TABLE audit ADD COLUMN subject TEXT;
ALTER TABLE audit ADD COLUMN old_value TEXT;
ALTER TABLE audit ADD COLUMN new_value TEXT;
ALTER TABLE audit ADD COLUMN why TEXT NOT NULL DEFAULT '';

CREATE INDEX audit_by_subject ON audit (subject, audit_key) WHERE subject IS NOT NULL;
CREATE INDEX audit_by_person ON audit (user_id, audit_key) WHERE user_id IS NOT NULL;
