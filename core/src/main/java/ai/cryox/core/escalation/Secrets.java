package ai.cryox.core.escalation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where secrets lie: a key store of the data folder, or of the operating system. Port. Any thread;
/// may block on the disk.
public interface Secrets {
  /// The secret, or `null` if there is none of that name. For the channel that needs it, at the
  /// moment of sending; whoever takes it wipes it.
  char @Nullable [] read(SecretName name);

  /// Keeps a secret in the place of an older one; an empty one removes it.
  void write(SecretName name, char[] secret);

  /// Which ones there are.
  Set<SecretName> names();
}
