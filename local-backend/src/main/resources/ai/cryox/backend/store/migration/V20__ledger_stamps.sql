-- Checkpoints of the ledger whose moment somebody else confirmed: a time-stamp token (RFC 3161) over the SHA-256 of the note.
CREATE TABLE ledger_stamp (
  size      INTEGER PRIMARY KEY,
  note      TEXT NOT NULL,
  authority TEXT NOT NULL,
  at_ms     INTEGER NOT NULL,
  token     BLOB NOT NULL
);
