package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script `cryox`, run by the shell, on a program that is built and a JDK that only writes down
/// how it was called. What the cache of classes is worth, a real JDK says elsewhere.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /// Writes down its words, one call a line; makes the cache that is wanted, as its mode says.
  private static final String JAVA =
      """
      #!/bin/sh
      here=$(dirname "$0")/..
      printf '%s ' "$@" >>"$here/calls"
      printf '\\n' >>"$here/calls"
      mode=$(cat "$here/mode")
      for word; do
        case $word in
          -XX:AOTCacheOutput=*)
            [ "$mode" = fails ] && exit 1
            echo cache >"${word#*=}"
            ;;
          -XX:AOTMode=on)
            [ "$mode" = broken ] && exit 1
            ;;
        esac
      done
      exit 0
      """;

  @TempDir Path folder;

  private Path jdk() {
    return folder.resolve("jdk");
  }

  private Path dist() {
    return folder.resolve("cold store/app/target/dist");
  }

  @BeforeEach
  void build() throws IOException {
    Path script = folder.resolve("cold store/cryox");
    Files.createDirectories(dist().resolve("lib"));
    Files.createDirectories(dist().resolve("fx"));
    Files.copy(source(), script);
    executable(script);
    Files.writeString(dist().resolve("lib/cryox-app.jar"), "jar");
    Files.writeString(dist().resolve("fx/javafx.jar"), "jar");
    write(jdk().resolve("bin/java"), JAVA);
    write(jdk().resolve("bin/javac"), "#!/bin/sh\n");
    write(folder.resolve("path/sleep"), "#!/bin/sh\n");
    jdkIs("25.0.1");
    trainingMode("works");
  }

  /// Of the whole project, wherever in it the tests are started.
  private static Path source() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("cryox"))) {
        return at.resolve("cryox");
      }
    }
    throw new IllegalStateException("the script cryox is missing");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void jdkIs(String version) throws IOException {
    Files.writeString(jdk().resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
  }

  private void trainingMode(String mode) throws IOException {
    Files.writeString(jdk().resolve("mode"), mode);
  }

  private void run(Map<String, String> more, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of("bash", folder.resolve("cold store/cryox").toString()), Stream.of(words))
            .toList();
    ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true);
    start.environment().remove("CRYOX_AOT");
    start.environment().remove("CRYOX_JAVA_OPTS");
    start.environment().put("CRYOX_JAVA_HOME", jdk().toString());
    start.environment().merge("PATH", folder + "/path:", (path, first) -> first + path);
    start.environment().putAll(more);
    Process process = start.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals("", said);
    assertEquals(0, process.exitValue());
  }

  private void run(String... words) throws IOException, InterruptedException {
    run(Map.of(), words);
  }

  private List<String> calls() {
    try {
      Path calls = jdk().resolve("calls");
      return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<String> starts() {
    return calls().stream().filter(call -> call.strip().endsWith(" serve")).toList();
  }

  private long trainings() {
    return calls().stream().filter(call -> call.contains("AOTCacheOutput")).count();
  }

  private List<Path> caches() {
    try (Stream<Path> files = Files.list(dist())) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Drafts and locks.
  private boolean isTidy() {
    try (Stream<Path> files = Files.list(dist())) {
      return files.noneMatch(file -> file.toString().matches(".*[.]aot[.](lock|[0-9].*)"));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "it did not happen in time");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @Test
  void theFirstStartGoesWithoutACacheAndTheNextHasOne() throws Exception {
    run("serve");
    assertFalse(starts().getFirst().contains("AOTCache"), () -> calls().toString());
    await(() -> caches().size() == 1 && isTidy());
    run("serve");
    String second = starts().getLast();
    assertTrue(second.contains("-XX:AOTCache=" + caches().getFirst()), second);
    assertTrue(second.contains("-Xlog:aot*=off"), second);
    assertEquals(1, trainings());
  }

  @Test
  void whatIsOverSoonUsesACacheButMakesNone() throws Exception {
    run("check");
    run("serve", "--help");
    assertEquals(0, trainings());
    run(Map.of("CRYOX_AOT", "train"), "check");
    assertEquals(1, trainings());
    assertTrue(calls().getLast().contains("-XX:AOTCache="), () -> calls().toString());
  }

  @Test
  void whoeverSaysOffGetsNeitherACacheNorOneMade() throws Exception {
    run(Map.of("CRYOX_AOT", "train"), "serve");
    run(Map.of("CRYOX_AOT", "off"), "serve");
    assertFalse(starts().getLast().contains("AOTCache"), () -> calls().toString());
    assertEquals(1, trainings());
  }

  @Test
  void anotherJdkOrAnotherJarMakesAnotherCacheInPlaceOfTheOld() throws Exception {
    run(Map.of("CRYOX_AOT", "train"), "serve");
    Path first = caches().getFirst();
    jdkIs("25.0.2");
    run(Map.of("CRYOX_AOT", "train"), "serve");
    assertEquals(1, caches().size(), () -> caches().toString());
    Path second = caches().getFirst();
    assertFalse(second.equals(first));
    Files.writeString(dist().resolve("lib/other.jar"), "another");
    run(Map.of("CRYOX_AOT", "train"), "serve");
    assertEquals(1, caches().size(), () -> caches().toString());
    assertFalse(caches().getFirst().equals(second));
  }

  @Test
  void aCacheOlderThanAJarIsMadeAnew() throws Exception {
    run(Map.of("CRYOX_AOT", "train"), "serve");
    Files.setLastModifiedTime(
        caches().getFirst(), FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    run("serve");
    assertFalse(starts().getLast().contains("AOTCache"), () -> calls().toString());
    await(() -> trainings() == 2 && isTidy());
  }

  @Test
  void aCacheThatCannotBeMadeIsNotTriedAtEachStart() throws Exception {
    trainingMode("fails");
    run(Map.of("CRYOX_AOT", "train"), "serve");
    run("serve");
    run("serve");
    assertEquals(1, trainings());
    assertEquals(List.of(), caches());
    assertTrue(isTidy());
    assertEquals(3, starts().size());
  }

  @Test
  void aCacheThatIsNotFoundWholeIsNotTaken() throws Exception {
    trainingMode("broken");
    run(Map.of("CRYOX_AOT", "train"), "serve");
    assertEquals(List.of(), caches());
    assertFalse(starts().getLast().contains("AOTCache"), () -> calls().toString());
  }

  @Test
  void whileOneIsBeingMadeNobodyMakesAnother() throws Exception {
    run(Map.of("CRYOX_AOT", "train"), "serve");
    Path cache = caches().getFirst();
    Files.delete(cache);
    Path lock = Files.createDirectory(cache.resolveSibling(cache.getFileName() + ".lock"));
    run(Map.of("CRYOX_AOT", "train"), "serve");
    assertEquals(1, trainings());
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    run(Map.of("CRYOX_AOT", "train"), "serve");
    assertEquals(2, trainings());
    assertTrue(isTidy());
  }

  @Test
  void aFolderThatCannotBeWrittenDoesNotHinderTheStart() throws Exception {
    run(Map.of("CRYOX_AOT", "train"), "serve");
    Path cache = caches().getFirst();
    Files.delete(cache);
    // Nobody, root included, can make a folder where a file is.
    Files.writeString(cache.resolveSibling(cache.getFileName() + ".lock"), "in the way");
    run(Map.of("CRYOX_AOT", "train"), "serve");
    assertEquals(2, starts().size());
    assertFalse(starts().getLast().contains("AOTCache"), () -> calls().toString());
    assertEquals(1, trainings());
  }
}
