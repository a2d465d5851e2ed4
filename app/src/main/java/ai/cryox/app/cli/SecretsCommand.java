package ai.cryox.app.cli;

import ai.cryox.backend.secret.KeyStoreSecrets;
import ai.cryox.backend.secret.Passphrase;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.escalation.SecretName;
import java.io.IOException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `cryox secrets`: where the passphrase of the channels' passwords lies. No secret is ever shown.
@Command(
    name = "secrets",
    mixinStandardHelpOptions = true,
    description = "Show which secrets are kept, and move what opens them.",
    synopsisSubcommandLabel = "show|move",
    footer = {
      "",
      "Secrets are entered with `cryox callouts secret`. The file secrets/secrets.p12 holds them;"
          + " its passphrase lies in secrets/passphrase, in a file that "
          + Passphrase.FILE_VARIABLE
          + " names, or in the key store of the operating system: Windows Data Protection, the"
          + " macOS keychain, or a Linux desktop's Secret Service (needs secret-tool)."
    })
public final class SecretsCommand extends FolderCommandGroup {
  /// Where a passphrase can be moved.
  enum Target {
    SYSTEM,
    FILE
  }

  @Command(name = "show", description = "Say which secrets there are and where their key lies.")
  int show() {
    Passphrase passphrase = passphrase();
    String names =
        new KeyStoreSecrets(folder(), passphrase)
            .names().stream().map(SecretName::wireName).collect(Collectors.joining(", "));
    out().printf("Kept: %s.%n", names.isEmpty() ? "nothing" : names);
    out().printf("Passphrase: %s.%n", words(passphrase));
    return 0;
  }

  @Command(name = "move", description = "Move the passphrase, and leave nothing where it was.")
  int move(
      @Parameters(
              paramLabel = "system|file",
              description = "Into the desktop's key store, or into secrets/passphrase.")
          Target target) {
    Passphrase passphrase = passphrase();
    CommandLines.require(
        passphrase.place() != Passphrase.Place.ENVIRONMENT,
        spec(),
        "The passphrase comes from the environment; it is not ours to move.");
    try {
      if (target == Target.SYSTEM) {
        passphrase.moveToSystem();
      } else {
        passphrase.moveToFile();
      }
    } catch (IOException failed) {
      throw new BackendException(
          "The passphrase stays where it was: %s. Sign in to a desktop whose key store is unlocked (on Linux libsecret-tools must be installed), or keep it in the file."
              .formatted(failed.getMessage()),
          failed);
    }
    return show();
  }

  private Passphrase passphrase() {
    return new Passphrase(folder(), System.getenv());
  }

  private static String words(Passphrase passphrase) {
    return switch (passphrase.place()) {
      case ENVIRONMENT -> "in the environment";
      case FILE -> "in secrets/passphrase, for its owner only";
      case SYSTEM -> "in the key store of the operating system (" + passphrase.system() + ")";
      case NOWHERE -> "none yet";
    };
  }
}
