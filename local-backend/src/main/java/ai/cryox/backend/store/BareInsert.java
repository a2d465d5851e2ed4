package ai.cryox.backend.store;

import ai.cryox.core.reading.ReceivedReading;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/// The yardstick of the benches: readings as plain rows of a table without any key, written with
/// the driver's batches and as durably as the store does it. It finds no duplicates and answers no
/// question, so a store that does is not expected to be faster. One thread.
public final class BareInsert implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insert;

  private BareInsert(Connection connection, PreparedStatement insert) {
    this.connection = connection;
    this.insert = insert;
  }

  /// Makes a file of that name.
  ///
  /// @throws StoreException if that fails
  public static BareInsert open(Path file) {
    try {
      Connection connection = SqliteDatabase.dataSource(file, false).getConnection();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE reading (device INTEGER, time_ms INTEGER, temperature_degc REAL,"
                + " humidity_percent REAL, received_ms INTEGER)");
      }
      return new BareInsert(
          connection, connection.prepareStatement("INSERT INTO reading VALUES (?, ?, ?, ?, ?)"));
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  /// Inserts and commits.
  ///
  /// @throws StoreException if that fails
  public void write(List<ReceivedReading> readings) {
    try {
      for (ReceivedReading received : readings) {
        insert.setInt(1, received.reading().deviceId().hashCode());
        insert.setLong(2, received.reading().time().toEpochMilli());
        insert.setDouble(3, received.reading().temperature());
        insert.setDouble(4, Objects.requireNonNullElse(received.reading().humidity(), 0.0));
        insert.setLong(5, received.receivedAt().toEpochMilli());
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  private static StoreException failure(SQLException failed) {
    return new StoreException(
        "The yardstick cannot be measured: %s.".formatted(failed.getMessage()), failed);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }
}
