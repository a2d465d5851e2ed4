package ai.cryox.backend.store;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// One step of {@link Migrations}, as Flyway writes it into the history of a file.
///
/// @param version such as `16`
/// @param script the file's name, `V16__idempotency.sql`
/// @param checksum of its text, by Flyway's rule: CRC-32 of the lines without their ends
record MigrationStep(int version, String script, int checksum) {
  private static final String HISTORY = "flyway_schema_history";
  private static final Comparator<MigrationStep> BY_VERSION =
      Comparator.comparingInt(MigrationStep::version);

  /// Those of a file, in order; none if one of them failed or is no plain script, which is for
  /// Flyway to look at, or if there is no history yet.
  ///
  /// @throws SQLException if the file cannot be read
  static List<MigrationStep> applied(Connection connection) throws SQLException {
    List<MigrationStep> steps = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (!hasHistory(statement)) {
        return steps;
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT version, script, checksum, type, success FROM " + HISTORY)) {
        while (rows.next()) {
          if (!rows.getString("type").equals("SQL") || !rows.getBoolean("success")) {
            return List.of();
          }
          steps.add(
              new MigrationStep(
                  Integer.parseInt(rows.getString("version")),
                  rows.getString("script"),
                  rows.getInt("checksum")));
        }
      }
    } catch (NumberFormatException notOurs) {
      return List.of();
    }
    steps.sort(BY_VERSION);
    return steps;
  }

  private static boolean hasHistory(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '" + HISTORY + "'")) {
      return found.next();
    }
  }

  /// Those of the program, in order.
  ///
  /// @throws IOException if they cannot be listed or read where the program lies
  static List<MigrationStep> own() throws IOException {
    List<MigrationStep> steps = new ArrayList<>();
    for (String name : names()) {
      int end = name.indexOf("__");
      if (!name.startsWith("V") || end < 0) {
        throw new IOException("%s is no step.".formatted(name));
      }
      try {
        steps.add(
            new MigrationStep(Integer.parseInt(name.substring(1, end)), name, checksum(name)));
      } catch (NumberFormatException otherVersion) {
        throw new IOException("%s has no plain number.".formatted(name), otherVersion);
      }
    }
    steps.sort(BY_VERSION);
    return steps;
  }

  /// All files of the folder, which lies in a jar or, while somebody works at the program, on disk.
  private static List<String> names() throws IOException {
    URL folder = MigrationStep.class.getClassLoader().getResource(Migrations.FOLDER);
    if (folder == null) {
      throw new FileNotFoundException(Migrations.FOLDER);
    }
    if (folder.openConnection() instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        String within = Migrations.FOLDER + "/";
        return file.stream()
            .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(within))
            .map(entry -> entry.getName().substring(within.length()))
            .toList();
      }
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (URISyntaxException | IllegalArgumentException strange) {
      throw new IOException("%s cannot be listed.".formatted(folder), strange);
    }
  }

  private static int checksum(String name) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream stream = open(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) sum.getValue();
  }

  private static InputStream open(String name) throws IOException {
    @Nullable InputStream stream =
        MigrationStep.class.getClassLoader().getResourceAsStream(Migrations.FOLDER + "/" + name);
    if (stream == null) {
      throw new FileNotFoundException(name);
    }
    return stream;
  }
}
