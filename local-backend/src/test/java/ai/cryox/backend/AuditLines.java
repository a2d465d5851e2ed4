package ai.cryox.backend;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The audit trail as another process sees it.
final class AuditLines {
  private AuditLines() {}

  /// Who did what, oldest first, of the lines that say this.
  static List<String> of(Path folder, String saying) {
    List<String> lines = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT who, what FROM audit WHERE instr(detail, ?) > 0 ORDER BY audit_key")) {
      select.setString(1, saying);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1) + " " + rows.getString(2));
        }
      }
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
    return lines;
  }
}
