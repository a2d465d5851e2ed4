package ai.cryox.app.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The file `cryox.log`. When it is long or old enough it is put aside under the time at which that
/// happened, and the oldest of those are deleted. A disk that takes nothing loses lines and nothing
/// else. Thread-safe.
final class LogFile extends Handler {
  static final String NAME = "cryox.log";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LogSettings settings;
  private final InstantSource clock;
  private final Path file;
  private @Nullable OutputStream out;
  private long length;
  private Instant begun = Instant.EPOCH;

  /// @throws IOException if the folder or the file cannot be made
  LogFile(LogSettings settings, InstantSource clock, ZoneId zone) throws IOException {
    this.settings = settings;
    this.clock = clock;
    this.file = settings.folder().resolve(NAME);
    setFormatter(new LogLine(zone));
    setLevel(settings.level().level());
    Files.createDirectories(settings.folder());
    begun = begun();
    open();
    sweep();
  }

  @Override
  public synchronized void publish(LogRecord said) {
    if (!isLoggable(said)) {
      return;
    }
    byte[] line = getFormatter().format(said).getBytes(StandardCharsets.UTF_8);
    try {
      if (length > 0 && (length + line.length > settings.fileBytes() || isOld())) {
        putAside();
      }
      if (out == null) {
        open();
      }
      if (out != null) {
        out.write(line);
        length += line.length;
      }
    } catch (IOException full) {
      drop();
      reportError("The log %s takes nothing.".formatted(file), full, ErrorManager.WRITE_FAILURE);
    }
  }

  /// Nothing is held back: each line is handed to the operating system as it comes.
  @Override
  public void flush() {}

  @Override
  public synchronized void close() {
    drop();
  }

  private boolean isOld() {
    return !clock.instant().isBefore(begun.plus(LogSettings.DAY));
  }

  /// When the file was begun: a restart must not make it younger.
  private Instant begun() throws IOException {
    if (!Files.exists(file)) {
      return clock.instant();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      String first = lines.findFirst().orElse("");
      int end = first.indexOf(' ');
      return end < 0
          ? clock.instant()
          : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(first.substring(0, end), Instant::from);
    } catch (RuntimeException notOurs) {
      return Files.getLastModifiedTime(file).toInstant();
    }
  }

  private void open() throws IOException {
    out =
        Files.newOutputStream(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    length = Files.size(file);
    if (length == 0) {
      begun = clock.instant();
    }
  }

  private void putAside() throws IOException {
    drop();
    Path aside = file.resolveSibling("cryox-%s.log".formatted(STAMP.format(clock.instant())));
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    open();
    sweep();
  }

  /// Deletes what is too old or too many.
  private void sweep() throws IOException {
    Instant oldest = clock.instant().minus(Duration.ofDays(settings.days()));
    List<Path> aside;
    try (Stream<Path> all = Files.list(settings.folder())) {
      aside =
          all.filter(each -> each.getFileName().toString().matches("cryox-\\d{8}T\\d{9}Z\\.log"))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (int i = 0; i < aside.size(); i++) {
      Path each = aside.get(i);
      String name = each.getFileName().toString();
      Instant put =
          STAMP.parse(name.substring("cryox-".length(), name.length() - 4), Instant::from);
      if (i >= settings.files() || put.isBefore(oldest)) {
        Files.deleteIfExists(each);
      }
    }
  }

  private void drop() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException lost) {
      reportError("The log could not be closed.", lost, ErrorManager.CLOSE_FAILURE);
    }
    out = null;
  }
}
