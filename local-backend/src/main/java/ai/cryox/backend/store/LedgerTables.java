package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.core.ledger.Hash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Writes the ledger's tables in the writer's open transaction. Belongs to the writer's thread.
final class LedgerTables {
  /// What {@link #place} is of.
  static final int TAIL = 1;

  static final int ALARM = 2;
  static final int AUDIT = 3;

  /// The newest leaf that says who signs.
  static final int KEY = 4;

  private static final String INSERT_LEAF =
      "INSERT INTO ledger_leaf (leaf, kind, record_key, data) VALUES (?, ?, ?, ?)";
  private static final String INSERT_SEAL = "INSERT INTO ledger_seal (seal, leaf) VALUES (?, ?)";
  private static final String REMOVE_SEAL = "UPDATE ledger_seal SET removed = ? WHERE seal = ?";
  private static final String PLACE =
      "INSERT OR REPLACE INTO ledger_place (kind, record_key, leaf) VALUES (?, ?, ?)";
  private static final String INSERT_CHECKPOINT =
      "INSERT OR REPLACE INTO ledger_checkpoint (size, at_ms, note) VALUES (?, ?, ?)";
  private static final String ALARMS_AFTER =
      "SELECT * FROM alarm_change WHERE change_key > ? ORDER BY change_key";
  private static final String AUDITS_AFTER =
      "SELECT * FROM audit WHERE audit_key > ? ORDER BY audit_key";

  private final SqliteDatabase database;
  private final RecordHash hashing = new RecordHash();
  private final WriterStatements statements;

  LedgerTables(SqliteDatabase database) {
    this.database = database;
    this.statements = new WriterStatements(database);
  }

  private void run(String sql, long... numbers) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    for (int i = 0; i < numbers.length; i++) {
      statement.setLong(i + 1, numbers[i]);
    }
    statement.executeUpdate();
  }

  void insert(KeptLeaf leaf) throws SQLException {
    PreparedStatement insert = statements.of(INSERT_LEAF);
    insert.setLong(1, leaf.number());
    insert.setInt(2, leaf.kind().id());
    insert.setLong(3, leaf.key());
    insert.setBytes(4, leaf.data());
    insert.executeUpdate();
  }

  void sealed(long seal, long leaf) throws SQLException {
    run(INSERT_SEAL, seal, leaf);
  }

  void removed(long seal, long leaf) throws SQLException {
    run(REMOVE_SEAL, leaf, seal);
  }

  /// Says which leaf speaks of a record.
  void place(int kind, long key, long leaf) throws SQLException {
    run(PLACE, kind, key, leaf);
  }

  void insertCheckpoint(long size, long at, String note) throws SQLException {
    PreparedStatement insert = statements.of(INSERT_CHECKPOINT);
    insert.setLong(1, size);
    insert.setLong(2, at);
    insert.setString(3, note);
    insert.executeUpdate();
  }

  /// A row of a table with its words.
  record Row(long key, String name, byte[] words) {
    Hash leafHash(RecordHash hashing) {
      return hashing.leaf(words);
    }
  }

  /// Alarm transitions that no leaf stands for yet.
  List<Row> alarmsAfter(long key) throws SQLException {
    return rows(ALARMS_AFTER, key, "alarm_change", "change_key");
  }

  /// Lines of the audit trail that no leaf stands for yet.
  List<Row> auditsAfter(long key) throws SQLException {
    return rows(AUDITS_AFTER, key, "audit", "audit_key");
  }

  private List<Row> rows(String sql, long after, String table, String key) throws SQLException {
    PreparedStatement select = statements.of(sql);
    select.setLong(1, after);
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(row(row, table, key));
      }
    }
    return rows;
  }

  /// The words of the row at which a result stands.
  static Row row(ResultSet row, String table, String key) throws SQLException {
    SortedMap<String, Object> columns = new TreeMap<>();
    ResultSetMetaData meta = row.getMetaData();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      Object value = row.getObject(i);
      if (value != null) {
        columns.put(meta.getColumnName(i), value);
      }
    }
    return new Row(row.getLong(key), name(columns), RecordHash.row(table, columns));
  }

  /// What a row is to people, in case it is gone one day.
  private static String name(SortedMap<String, Object> columns) {
    Object alarm = columns.get("alarm_id");
    return alarm == null
        ? "%s by %s".formatted(columns.get("what"), columns.get("who"))
        : "%s of %s".formatted(columns.get("event"), alarm);
  }

  Handle writer() {
    return database.writer();
  }

  RecordHash hashing() {
    return hashing;
  }
}
