package ai.cryox.backend.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/// The steps from an empty file to the tables of this version, which Flyway applies. Most starts
/// find that all of them were applied: then the history in the file says of each step the same
/// checksum as the program's own, and Flyway, whose start takes longer than all else that is done
/// with the file, is left alone. Whatever differs is Flyway's to judge.
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /// On the class path.
  static final String FOLDER = "ai/cryox/backend/store/migration";

  private Migrations() {}

  /// Brings the tables up to date.
  ///
  /// @throws FlywayException if a step fails, or an applied one is another than the program's
  /// @throws SQLException if the file cannot be opened
  static void apply(SQLiteDataSource source) throws SQLException {
    if (!isUpToDate(source)) {
      flyway(source).migrate();
    }
  }

  /// Whether the file's history is that of the program's own steps, to the last one and no further.
  ///
  /// @throws SQLException if the file cannot be opened
  static boolean isUpToDate(SQLiteDataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      List<MigrationStep> applied = MigrationStep.applied(connection);
      return !applied.isEmpty() && applied.equals(MigrationStep.own());
    } catch (IOException unreadable) {
      LOG.debug("The steps of {} cannot be listed; Flyway will say why.", FOLDER, unreadable);
      return false;
    }
  }

  /// What looks at each step and applies what is missing.
  static Flyway flyway(SQLiteDataSource source) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + FOLDER)
        .loggers("slf4j")
        .load();
  }
}
