package ai.cryox.backend.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Prepared statements of the writer's connection, which live as long as it does. Belongs to the
/// writer's thread.
final class WriterStatements {
  private final SqliteDatabase database;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private long writerNumber = -1;

  WriterStatements(SqliteDatabase database) {
    this.database = database;
  }

  /// The statement, prepared once for each connection.
  PreparedStatement of(String sql) throws SQLException {
    if (writerNumber != database.writerNumber()) {
      writerNumber = database.writerNumber();
      prepared.clear();
    }
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = database.writer().getConnection().prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }
}
