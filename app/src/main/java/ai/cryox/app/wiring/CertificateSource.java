package ai.cryox.app.wiring;

import ai.cryox.backend.identity.GivenCertificate;
import ai.cryox.backend.identity.Identities;
import ai.cryox.backend.identity.ServerCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the certificate of the API comes from, and when another one is due. One thread.
interface CertificateSource {
  /// A fresh one.
  ///
  /// @throws ai.cryox.backend.identity.IdentityException if there is none that can be used
  ServerCredential fetch(Instant now);

  /// Whether {@link #fetch} would bring another one than last time.
  boolean isDue(Instant now);

  /// By which names the server may be called; empty = by any.
  Set<String> names();

  /// One of the facility's own authority, for the names and addresses that this machine has now. A
  /// new one is due a month before its end, and when the machine's addresses change.
  final class Own implements CertificateSource {
    private static final Duration BEFORE_ITS_END = Duration.ofDays(30);

    private final Identities identities;
    private final List<String> more;
    private Set<String> hosts = Set.of();
    private Instant end = Instant.EPOCH;

    /// @param more names by which the machine is reached, besides its own
    Own(Identities identities, List<String> more) {
      this.identities = identities;
      this.more = List.copyOf(more);
    }

    @Override
    public ServerCredential fetch(Instant now) {
      hosts = identities.hosts(more);
      ServerCredential credential = identities.serverCredential(hosts);
      end = credential.certificate().getNotAfter().toInstant();
      return credential;
    }

    @Override
    public boolean isDue(Instant now) {
      return now.isAfter(end.minus(BEFORE_ITS_END)) || !hosts.equals(identities.hosts(more));
    }

    @Override
    public Set<String> names() {
      return identities.hosts(more);
    }
  }

  /// Files that people put there and renew themselves. They are read again when they change.
  final class Given implements CertificateSource {
    private final GivenCertificate files;
    private List<String> read = List.of();

    Given(GivenCertificate files) {
      this.files = files;
    }

    @Override
    public ServerCredential fetch(Instant now) {
      read = stamps();
      return files.read(now);
    }

    @Override
    public boolean isDue(Instant now) {
      return !read.equals(stamps());
    }

    /// The certificate itself keeps others' names away.
    @Override
    public Set<String> names() {
      return Set.of();
    }

    private List<String> stamps() {
      return Stream.of(files.certificate(), files.key(), files.password())
          .filter(Objects::nonNull)
          .map(Given::stamp)
          .toList();
    }

    private static String stamp(@Nullable Path file) {
      try {
        BasicFileAttributes now =
            Files.readAttributes(Objects.requireNonNull(file), BasicFileAttributes.class);
        return "%s %d %s".formatted(now.lastModifiedTime(), now.size(), now.fileKey());
      } catch (IOException gone) {
        return "gone";
      }
    }
  }
}
