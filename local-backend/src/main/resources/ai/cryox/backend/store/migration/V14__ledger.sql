-- The ledger: a Merkle tree whose leaves say what every transaction stored. Described in docs/STORE.md.

-- Leaves that are not yet in a block. Kinds: 0 words of the ledger's own, 1 a row of alarm_change, 2 a row of audit.
CREATE TABLE ledger_leaf (
  leaf       INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL,
  record_key INTEGER NOT NULL,
  data       BLOB NOT NULL
);

-- 1,024 leaves each, packed: leaves that nobody needs any more are there by the root of their subtree alone.
CREATE TABLE ledger_block (
  block INTEGER PRIMARY KEY,
  root  BLOB NOT NULL,
  data  BLOB NOT NULL
);

-- Where chunks are spoken of: by which leaf they were sealed, and by which removed. Hints; the leaves decide.
CREATE TABLE ledger_seal (
  seal    INTEGER PRIMARY KEY,
  leaf    INTEGER NOT NULL,
  removed INTEGER
);

-- Where other records are spoken of. Kinds: 1 the tail of a series, 2 a row of alarm_change, 3 a row of audit, 4 the key that signs.
CREATE TABLE ledger_place (
  kind       INTEGER NOT NULL,
  record_key INTEGER NOT NULL,
  leaf       INTEGER NOT NULL,
  PRIMARY KEY (kind, record_key)
) WITHOUT ROWID;

-- What the ledger was, signed.
CREATE TABLE ledger_checkpoint (
  size  INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  note  TEXT NOT NULL
);

-- By which number the ledger knows a chunk.
ALTER TABLE chunk ADD COLUMN seal INTEGER;
CREATE UNIQUE INDEX chunk_by_seal ON chunk (seal);
