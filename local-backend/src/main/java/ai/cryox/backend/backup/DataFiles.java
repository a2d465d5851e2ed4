package ai.cryox.backend.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What lies in a data folder.
final class DataFiles {
  /// The database, and what belongs to it while it is open.
  static final String DATABASE = "cryox.db";

  static final List<String> DATABASE_FILES =
      List.of(DATABASE, DATABASE + "-wal", DATABASE + "-shm", DATABASE + "-journal");

  /// Where a restore puts what it takes the place of.
  static final String REPLACED = "replaced-";

  /// Where a restore puts files before they are whole.
  static final String DRAFT = "restore-";

  /// How folders begin in which reports are being made.
  private static final String IN_THE_MAKING = ".cryox-report-";

  /// Means something only while a backend runs.
  private static final Set<String> OF_THE_MOMENT = Set.of("cryox.lock", "control.json");

  private DataFiles() {}

  /// All files beside the database that a backend needs to go on, such as keys: relative paths, in
  /// order.
  static List<Path> others(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(DataFiles::isOther)
          .sorted()
          .toList();
    }
  }

  private static boolean isOther(Path file) {
    return isKept(file.getName(0).toString())
        && !file.toString().endsWith(".new")
        && !file.toString().contains(IN_THE_MAKING);
  }

  private static boolean isKept(String top) {
    return !DATABASE_FILES.contains(top)
        && !OF_THE_MOMENT.contains(top)
        && !top.startsWith(REPLACED)
        && !top.startsWith(DRAFT);
  }

  /// The names directly in a data folder that hold data, the database first.
  static List<String> holding(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Stream<String> others =
          files.map(file -> file.getFileName().toString()).filter(DataFiles::isKept).sorted();
      Stream<String> database =
          DATABASE_FILES.stream().filter(name -> Files.exists(folder.resolve(name)));
      return Stream.concat(database, others).toList();
    }
  }
}
