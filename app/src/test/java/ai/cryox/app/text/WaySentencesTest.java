package ai.cryox.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.app.wiring.KnownServers;
import ai.cryox.core.backend.BackendException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WaySentencesTest {
  private final Messages german = Messages.in(Locale.GERMANY);

  @TempDir Path folder;

  @Test
  void thatNobodyAnswersIsSaidInTheLanguageOfTheConsole() throws IOException {
    int nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = gone.getLocalPort();
    }
    KnownServers servers = new KnownServers(folder, InstantSource.system());
    BackendException refused =
        assertThrows(
            BackendException.class,
            () -> servers.look(URI.create("https://127.0.0.1:%d".formatted(nobody))));
    assertEquals(
        "Bei 127.0.0.1 antwortet niemand: Der Server läuft nicht, oder eine Firewall ist"
            + " dazwischen.",
        WaySentences.in(german, String.valueOf(refused.getMessage())));
  }

  @Test
  void theEnglishConsoleSaysWhatWasSaid() {
    Messages english = Messages.in(Locale.UK);
    for (String sentence :
        List.of(
            "There is no host named hall.",
            "hall did not answer in time.",
            "Nobody answers at hall: the server does not run, or a firewall is in between.",
            "hall cannot be trusted; look at its certificate.",
            "At hall you must say who you are: sign in.",
            "At hall it is no longer known who you are. Sign in again.",
            "The connection to hall broke off.")) {
      assertEquals(sentence, WaySentences.in(english, sentence));
    }
  }

  @Test
  void whatIsAboutSomethingElseStaysAsItIs() {
    assertEquals("There is no unit 'a'.", WaySentences.in(german, "There is no unit 'a'."));
  }
}
