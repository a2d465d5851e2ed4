package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void whatTellsAProgramToShowATokenIsNotSaidToPeople() {
    assertEquals(
        "At hall you must say who you are: sign in.",
        sentence("{\"detail\":\"Send a token, as Authorization: Bearer.\"}"));
  }

  @Test
  void whyTheSignInEndedIsSaidAsTheServerSaysIt() {
    assertEquals("Ada's account is closed.", sentence("{\"detail\":\"Ada's account is closed.\"}"));
    assertEquals("At hall it is no longer known who you are. Sign in again.", sentence("{}"));
  }

  private static String sentence(String body) {
    Answer answer = new Answer("hall", 401, Headers.of(), body.getBytes(StandardCharsets.UTF_8));
    return answer.failure(Instant.EPOCH).sentence();
  }
}
