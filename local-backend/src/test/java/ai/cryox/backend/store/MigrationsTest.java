package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// Whether Flyway is left alone only where it would do nothing.
class MigrationsTest {
  @TempDir Path folder;

  private SQLiteDataSource source() {
    return SqliteDatabase.dataSource(folder.resolve(SqliteDatabase.FILE), false);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqliteDatabase.FILE));
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, "nothing was changed");
    }
  }

  @Test
  void theStepsAreThoseThatFlywayFindsWithItsChecksums() throws IOException, SQLException {
    Migrations.apply(source());
    List<MigrationStep> flyways =
        Arrays.stream(Migrations.flyway(source()).info().all()).map(MigrationsTest::step).toList();
    assertTrue(flyways.size() > 20, () -> flyways.toString());
    assertEquals(flyways, MigrationStep.own());
  }

  private static MigrationStep step(MigrationInfo info) {
    return new MigrationStep(
        Integer.parseInt(info.getVersion().getVersion()), info.getScript(), info.getChecksum());
  }

  @Test
  void aFileWithoutTablesIsNotUpToDateAndOneThatWasBroughtUpIs() throws SQLException {
    assertFalse(Migrations.isUpToDate(source()));
    Migrations.apply(source());
    assertTrue(Migrations.isUpToDate(source()));
  }

  @Test
  void aFileThatLacksTheLastStepGetsIt() throws SQLException {
    Migrations.flyway(source()).migrate();
    List<String> steps =
        Arrays.stream(Migrations.flyway(source()).info().all())
            .map(step -> step.getVersion().getVersion())
            .toList();
    Path other = folder.resolve("other.db");
    SQLiteDataSource older = SqliteDatabase.dataSource(other, false);
    Flyway.configure(MigrationsTest.class.getClassLoader())
        .dataSource(older)
        .locations("classpath:" + Migrations.FOLDER)
        .loggers("slf4j")
        .target(steps.get(steps.size() - 2))
        .load()
        .migrate();
    assertFalse(Migrations.isUpToDate(older));
    Migrations.apply(older);
    assertTrue(Migrations.isUpToDate(older));
  }

  @Test
  void aStepThatWasAppliedInAnotherWordingIsFoundOut() throws SQLException {
    Migrations.apply(source());
    change("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '9'");
    assertFalse(Migrations.isUpToDate(source()));
    assertThrows(FlywayException.class, () -> Migrations.apply(source()));
  }

  @Test
  void aStepThatFailedIsFlywaysToJudge() throws SQLException {
    Migrations.apply(source());
    change("UPDATE flyway_schema_history SET success = 0 WHERE version = '22'");
    assertFalse(Migrations.isUpToDate(source()));
    assertThrows(FlywayException.class, () -> Migrations.apply(source()));
  }

  @Test
  void aStepOfANewerVersionIsFlywaysToJudge() throws SQLException {
    Migrations.apply(source());
    change(
        "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', 1,"
            + " installed_by, installed_on, 1, 1 FROM flyway_schema_history WHERE version = '1'");
    assertFalse(Migrations.isUpToDate(source()));
  }
}
