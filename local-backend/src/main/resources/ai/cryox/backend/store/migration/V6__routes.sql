-- Which messages go where, in order. No rows: the routes that come with the program.

CREATE TABLE route (
  position  INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,
  endpoint  TEXT NOT NULL,
  condition TEXT NOT NULL,
  enabled   INTEGER NOT NULL
);
