package ai.cryox.backend.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Fetches chunks in one transaction. One thread; close it before the transaction ends.
final class ChunkSource implements AutoCloseable {
  private final PreparedStatement select;

  /// @throws StoreException if the file cannot be read
  ChunkSource(Handle handle) {
    try {
      select =
          handle
              .getConnection()
              .prepareStatement(
                  """
                  SELECT chunk_key, from_ms, until_ms, data FROM chunk
                  WHERE series_key = ? AND from_ms >= ? AND from_ms < ? AND until_ms >= ?
                  ORDER BY from_ms LIMIT ?\
                  """);
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  /// Chunks of a series in order of their first row.
  ///
  /// @param first the earliest beginning that is of interest
  /// @param from chunks that end before it are not
  /// @param until chunks that begin then or later are not
  List<StoredChunk> chunks(long series, long first, long from, long until, int most) {
    try {
      select.setLong(1, series);
      select.setLong(2, first);
      select.setLong(3, until);
      select.setLong(4, from);
      select.setInt(5, most);
      List<StoredChunk> chunks = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          chunks.add(StoredChunk.of(row));
        }
      }
      return chunks;
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private static StoreException unreadable(SQLException failed) {
    return new StoreException(
        "The data file cannot be read: %s.".formatted(failed.getMessage()), failed);
  }

  @Override
  public void close() {
    try {
      select.close();
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }
}
