package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.promise.KeptAnswer;
import ai.cryox.backend.promise.MemoryPromises;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyTest {
  private static final String MESSAGES = FACILITY + "/devices/temp_001/messages";
  private static final String DEFROST = "{\"body\":\"defrost\"}";

  @TempDir private Path folder;

  private static HttpResponse<String> post(ApiFixture api, String path, String key, String body)
      throws Exception {
    return api.send(
        api.request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
  }

  @Test
  void aRequestThatIsSentAgainIsDoneOnceAndAnsweredAlike() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      HttpResponse<String> first = post(api, MESSAGES, "\"k-1\"", DEFROST);
      assertEquals(202, first.statusCode(), first.body());
      HttpResponse<String> again = post(api, MESSAGES, "k-1", DEFROST);
      assertEquals(202, again.statusCode());
      assertEquals(first.body(), again.body());
      assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
      HttpResponse<String> other = post(api, MESSAGES, "k-2", DEFROST);
      assertNotEquals(first.body(), other.body());
    }
  }

  @Test
  void theAnswerSurvivesARestart() throws Exception {
    String first;
    String location;
    String configure = FACILITY + "/devices/temp_001/configure";
    try (ApiFixture api = new ApiFixture(folder)) {
      HttpResponse<String> answer = post(api, configure, "k-1", "{\"samplingRate\":30}");
      first = answer.body();
      location = answer.headers().firstValue("Location").orElseThrow();
    }
    try (ApiFixture api = new ApiFixture(folder)) {
      HttpResponse<String> again = post(api, configure, "k-1", "{\"samplingRate\":30}");
      assertEquals(202, again.statusCode());
      assertEquals(first, again.body());
      assertEquals(location, again.headers().firstValue("Location").orElse(""));
      assertEquals("application/json", again.headers().firstValue("Content-Type").orElse(""));
      assertTrue(api.get(FACILITY + "/devices/temp_001/twin").body().contains("\"$version\":2}"));
    }
  }

  @Test
  void theSameKeyWithAnotherRequestIsRefused() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      post(api, MESSAGES, "k-1", DEFROST);
      HttpResponse<String> other = post(api, MESSAGES, "k-1", "{\"body\":\"stop\"}");
      assertEquals(422, other.statusCode());
      assertTrue(other.body().contains("was used at"), other.body());
      assertEquals(
          "application/problem+json", other.headers().firstValue("Content-Type").orElse(""));
    }
  }

  @Test
  void whatWasRefusedMayBeTriedAgainWithTheSameKey() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      assertEquals(400, post(api, MESSAGES, "k-1", "{}").statusCode());
      assertEquals(202, post(api, MESSAGES, "k-1", DEFROST).statusCode());
    }
  }

  @Test
  void ofManyAtOnceOneIsDone() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            api.sendLater(
                api.request(MESSAGES)
                    .header("Idempotency-Key", "k-1")
                    .POST(BodyPublishers.ofString(DEFROST))));
      }
      List<String> ids = new ArrayList<>();
      for (CompletableFuture<HttpResponse<String>> later : answers) {
        HttpResponse<String> answer = later.get(60, TimeUnit.SECONDS);
        if (answer.statusCode() == 202) {
          ids.add(answer.body());
        } else {
          assertEquals(409, answer.statusCode(), answer.body());
        }
      }
      assertEquals(1, ids.stream().distinct().count(), ids::toString);
    }
  }

  @Test
  void aRequestThatBrokeOffIsNotDoneAgain() throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      post(api, MESSAGES, "k-1", DEFROST);
      api.sql("UPDATE kept_answer SET status = NULL, body = NULL");
      HttpResponse<String> again = post(api, MESSAGES, "k-1", DEFROST);
      assertEquals(409, again.statusCode());
      assertTrue(again.body().contains("look whether it was done"), again.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "\"half", "\"\""})
  void aKeyThatIsNoneIsRefused(String key) throws Exception {
    try (ApiFixture api = new ApiFixture(folder)) {
      assertEquals(400, post(api, MESSAGES, key, DEFROST).statusCode());
    }
  }

  @Test
  void anAnswerIsKeptForADay() {
    MemoryPromises promises = new MemoryPromises();
    promises.keep(new KeptAnswer("a", "k", new byte[0], ApiFixture.NOW, null));
    Duration day = KeptAnswer.KEPT_FOR;
    assertTrue(promises.find("a", "k", ApiFixture.NOW.plus(day).minusMillis(1)).isPresent());
    assertTrue(promises.find("a", "k", ApiFixture.NOW.plus(day)).isEmpty());
  }
}
