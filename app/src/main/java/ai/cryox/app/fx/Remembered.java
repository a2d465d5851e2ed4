package ai.cryox.app.fx;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// What the console remembers on this machine from one start to the next: how somebody likes it to
/// look, never what is monitored, and no secrets. What cannot be read counts as never said. FX
/// thread only; the small file is written behind it.
public final class Remembered {
  private static final Logger LOG = System.getLogger(Remembered.class.getName());

  private final Properties values = new Properties();
  private final @Nullable Path file;
  private final Executor writer;

  private Remembered(@Nullable Path file, Executor writer) {
    this.file = file;
    this.writer = writer;
    load();
  }

  /// Remembers until the end of the process.
  public static Remembered forNow() {
    return new Remembered(null, Runnable::run);
  }

  /// Remembers in this file, which is made when there is something to remember.
  public static Remembered in(Path file) {
    return in(
        file,
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("console-remembers").daemon().unstarted(task)));
  }

  /// The same, written by whom one likes.
  static Remembered in(Path file, Executor writer) {
    return new Remembered(file, writer);
  }

  private void load() {
    if (file == null || !Files.isRegularFile(file)) {
      return;
    }
    try (var in = Files.newBufferedReader(file)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException damaged) {
      LOG.log(Level.WARNING, "What the console remembers in {0} cannot be read.", file);
      values.clear();
    }
  }

  /// What was said last, or the other thing if nothing was.
  public String text(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /// A whole number that was said last, or the other thing if none was.
  public int number(String key, int otherwise) {
    try {
      return Integer.parseInt(text(key, String.valueOf(otherwise)));
    } catch (NumberFormatException edited) {
      return otherwise;
    }
  }

  /// A constant that was said last, or the other thing if none was.
  public <E extends Enum<E>> E choice(String key, E otherwise) {
    try {
      return Enum.valueOf(otherwise.getDeclaringClass(), text(key, otherwise.name()));
    } catch (IllegalArgumentException edited) {
      return otherwise;
    }
  }

  /// Remembers something.
  public void put(String key, Object value) {
    String text = value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    if (text.equals(values.setProperty(key, text)) || file == null) {
      return;
    }
    Properties copy = new Properties();
    copy.putAll(values);
    writer.execute(() -> write(file, copy));
  }

  private static void write(Path file, Properties values) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var out = Files.newBufferedWriter(fresh)) {
        values.store(out, "How the console looks on this machine");
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      // Nothing that is monitored hangs on it: it looks usual again at the next start.
      LOG.log(
          Level.WARNING, "What the console remembers cannot be written to " + file + ".", failed);
    }
  }
}
