package ai.cryox.backend.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// A chunk as it lies in the file.
///
/// @param from its first row's time, epoch milliseconds
/// @param until its last row's time, epoch milliseconds
record StoredChunk(long key, long from, long until, byte[] data) {
  static StoredChunk of(ResultSet row) throws SQLException {
    return new StoredChunk(
        row.getLong("chunk_key"),
        row.getLong("from_ms"),
        row.getLong("until_ms"),
        row.getBytes("data"));
  }

  String name() {
    return "chunk " + key;
  }
}
