package ai.cryox.backend.proof;

import ai.cryox.backend.store.StoreException;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.VerifierKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where heads of ledgers are kept apart from the data: whoever brings back an older data file, or
/// cuts off the end of one, does not bring back the head with it. One file for each ledger.
///
/// Two lines, `data` with the data folder and `key` with the public key, an empty line, the signed
/// checkpoint.
public final class HeadFolder {
  private static final String SUFFIX = ".head";
  private static final String DATA = "data ";
  private static final String KEY = "key ";

  private final Path folder;

  /// @param folder made when the first head is written
  public HeadFolder(Path folder) {
    this.folder = folder;
  }

  /// A head.
  ///
  /// @param data the folder that it was made of
  /// @param key of whoever signed it
  public record Head(Path data, VerifierKey key, SignedNote note, Checkpoint checkpoint) {}

  /// The head of a ledger; empty if there is none.
  ///
  /// @throws StoreException if there is one that cannot be read
  public Optional<Head> of(String origin) {
    Path file = file(origin);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /// The head of another ledger that was in this data folder; `null` if there is none.
  ///
  /// @throws StoreException if the heads cannot be read
  public @Nullable Head ofAnother(Path data, String origin) {
    for (Path file : files()) {
      Head head = read(file);
      if (head.data().equals(data) && !head.checkpoint().origin().equals(origin)) {
        return head;
      }
    }
    return null;
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        all.forEach(files::add);
      } catch (IOException failed) {
        throw unreadable(folder, failed);
      }
    }
    return files;
  }

  private static Head read(Path file) {
    try {
      String text = Files.readString(file);
      String[] parts = text.split("\n", 4);
      if (parts.length == 4 && parts[0].startsWith(DATA) && parts[1].startsWith(KEY)) {
        VerifierKey key = VerifierKey.parse(parts[1].substring(KEY.length()));
        SignedNote note = SignedNote.parse(parts[3]);
        if (note.isSignedBy(key)) {
          Path data = Path.of(parts[0].substring(DATA.length()));
          return new Head(data, key, note, Checkpoint.parse(note.text()));
        }
      }
      throw new IOException("it is not what was written");
    } catch (IOException | IllegalArgumentException failed) {
      throw unreadable(file, failed);
    }
  }

  private static StoreException unreadable(Path file, Exception failed) {
    return new StoreException(
        "The ledger's head %s cannot be read: %s. If nobody changed it, move it away; the next one is made within a minute."
            .formatted(file, failed.getMessage()),
        failed);
  }

  /// Writes a head in place of the one before, and synchronises it.
  ///
  /// @throws IOException if that fails: the one before is still there
  public void write(Path data, VerifierKey key, SignedNote note) throws IOException {
    Files.createDirectories(folder);
    Path file = file(Checkpoint.parse(note.text()).origin());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    String text = "%s%s\n%s%s\n\n%s".formatted(DATA, data, KEY, key, note);
    Files.writeString(draft, text);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Puts a head aside that the data do not agree with, so that the next one can take its place and
  /// it is still there to be looked at.
  ///
  /// @throws IOException if that fails
  public void putAside(Head head) throws IOException {
    Path file = file(head.checkpoint().origin());
    Path aside =
        file.resolveSibling("%s-%d.lost".formatted(file.getFileName(), head.checkpoint().size()));
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(String origin) {
    StringBuilder name = new StringBuilder();
    for (byte one : origin.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = one == '.' || one == '-' || (one > 0 && Character.isLetterOrDigit(one));
      name.append(plain ? (char) one : '_');
    }
    return folder.resolve(name + SUFFIX);
  }
}
