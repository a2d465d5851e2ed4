package ai.cryox.backend.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.store.Finding;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoredData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final InstantSource CLOCK = InstantSource.fixed(StoredData.T0);

  @TempDir Path temp;
  private Path data;
  private Path backup;
  private final List<Finding> findings = new ArrayList<>();

  @BeforeEach
  void names() {
    data = temp.resolve("data");
    backup = temp.resolve("backup.zip");
  }

  private Manifest backUp() {
    return new Backup("Cryox", CLOCK).make(data, backup, findings::add, (done, of) -> {});
  }

  private Restore.Done restore(Path into, boolean replace) {
    return new Restore(CLOCK).run(backup, into, replace, findings::add, (done, of) -> {});
  }

  private static long count(Path folder) {
    try (StoredData stored = new StoredData(folder)) {
      return stored.count();
    }
  }

  private List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasCommittedBeforeABackupBesideAWriterIsInIt() throws Exception {
    AtomicInteger committed = new AtomicInteger();
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch busy = new CountDownLatch(1);
    try (StoredData stored = new StoredData(data)) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                while (!stop.get()) {
                  stored.write("temp_001", committed.get(), committed.get() + 100);
                  if (committed.addAndGet(100) >= 2_000) {
                    busy.countDown();
                  }
                }
              });
      busy.await();
      int before = committed.get();
      Manifest manifest = backUp();
      int after = committed.get();
      stop.set(true);
      writer.join();
      long saved = manifest.content().readings();
      assertTrue(saved >= before && saved <= after + 100, before + " " + saved + " " + after);
      assertEquals(0, saved % 100, "whole commits");
      restore(temp.resolve("restored"), false);
      assertEquals(saved, count(temp.resolve("restored")));
    }
    assertEquals(List.of(), findings);
    assertEquals(List.of("backup.zip", "data", "restored"), names(temp));
  }

  @Test
  void keysAreSavedAndOnlyTheOwnerMayReadThem() throws IOException {
    try (StoredData stored = new StoredData(data)) {
      stored.write("temp_001", 0, 10);
      Files.createDirectory(data.resolve("identity"));
      Files.writeString(data.resolve("identity").resolve("key"), "secret");
      Files.writeString(data.resolve("control.json"), "of the moment");
      backUp();
    }
    Path restored = temp.resolve("restored");
    restore(restored, false);
    assertEquals("secret", Files.readString(restored.resolve("identity").resolve("key")));
    assertFalse(Files.exists(restored.resolve("control.json")));
    if (Files.getFileStore(temp).supportsFileAttributeView("posix")) {
      for (Path file : List.of(backup, restored.resolve("identity").resolve("key"))) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
  }

  /// Some bits of a zip file say the same either way, such as how far back one zero of many lies.
  @Test
  void aBackupWithAFlippedByteIsRefusedUnlessItSaysTheSame() throws IOException {
    try (StoredData stored = new StoredData(data)) {
      stored.write("temp_001", 0, 1_000);
      backUp();
    }
    byte[] sound = Files.readAllBytes(backup);
    int refused = 0;
    for (int at = 0; at < sound.length; at += sound.length / 20) {
      byte[] flipped = sound.clone();
      flipped[at] ^= 0x10;
      Files.write(backup, flipped);
      Path into = temp.resolve("into-" + at);
      try {
        restore(into, false);
        assertEquals(1_000, count(into));
      } catch (StoreException damaged) {
        assertFalse(Files.exists(into), "nothing was changed");
        refused++;
      }
    }
    assertTrue(refused >= 10, "refused: " + refused);
  }

  @Test
  void aBackupThatWasCutShortIsRefused() throws IOException {
    try (StoredData stored = new StoredData(data)) {
      stored.write("temp_001", 0, 1_000);
      backUp();
    }
    byte[] sound = Files.readAllBytes(backup);
    for (int length : new int[] {0, 100, sound.length / 2, sound.length - 1}) {
      Files.write(backup, Arrays.copyOf(sound, length));
      assertThrows(StoreException.class, () -> restore(temp.resolve("into"), false));
    }
    assertFalse(Files.exists(temp.resolve("into")));
  }

  @Test
  void aFolderWithDataIsKeptUnlessItMayBeReplaced() throws IOException {
    try (StoredData stored = new StoredData(data)) {
      stored.write("temp_001", 0, 10);
      backUp();
      stored.write("temp_001", 10, 20);
      StoreException inUse = assertThrows(StoreException.class, () -> restore(data, true));
      assertTrue(String.valueOf(inUse.getMessage()).contains("in use"), inUse.getMessage());
    }
    StoreException occupied = assertThrows(StoreException.class, () -> restore(data, false));
    assertTrue(String.valueOf(occupied.getMessage()).contains("--replace"), occupied.getMessage());
    assertEquals(20, count(data));
    Path replaced = restore(data, true).replaced();
    assertEquals(10, count(data));
    assertNotNull(replaced);
    assertEquals(20, count(replaced));
  }

  @Test
  void damagedRecordsAreSavedAsTheyAreAndNamed() {
    try (StoredData stored = new StoredData(data)) {
      for (int from = 0; from < 3_000; from += 300) {
        stored.write("temp_001", from, from + 300);
      }
      stored.meddle(handle -> handle.execute("UPDATE chunk SET max_value = 9 WHERE chunk_key = 1"));
      assertEquals(1, backUp().content().findings());
    }
    restore(temp.resolve("restored"), false);
    assertEquals(3_000, count(temp.resolve("restored")));
    assertEquals(2, findings.size(), "told when saved and when restored");
  }

  @Test
  void aBackupThatCannotBeMadeLeavesNothing() throws IOException {
    assertThrows(StoreException.class, this::backUp, "there is no data file");
    try (StoredData stored = new StoredData(data)) {
      stored.write("temp_001", 0, 10);
      backUp();
      assertThrows(StoreException.class, this::backUp, "it is there already");
      backup = data.resolve("inside.zip");
      assertThrows(StoreException.class, this::backUp, "it would be lost with the folder");
      backup = temp.resolve("nowhere").resolve("backup.zip");
      assertThrows(StoreException.class, this::backUp, "there is no such folder");
    }
    assertEquals(List.of("backup.zip", "data"), names(temp));
  }

  @Test
  void whatIsNoBackupIsRefused() throws IOException {
    assertThrows(StoreException.class, () -> restore(data, false), "there is no such file");
    Files.writeString(backup, "no zip");
    assertThrows(StoreException.class, () -> restore(data, false));
    assertFalse(Files.exists(data));
  }
}
