package ai.cryox.backend.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class DirectMethodsTest {
  private static final Instant T0 = Instant.parse("2026-03-01T03:00:00Z");
  private static final MethodAnswer DONE = new MethodAnswer(200, "{}");

  private final DirectMethods methods = new DirectMethods(T0);

  private static Reason refusal(DirectMethods.Call call) {
    CompletionException failed =
        assertThrows(CompletionException.class, () -> call.answer().join());
    return assertInstanceOf(RefusedException.class, failed.getCause()).reason();
  }

  @Test
  void theDevicesAnswerCompletesTheCallOnce() {
    DirectMethods.Call call = methods.begin("temp_001", T0.plusSeconds(30));
    methods.answer("temp_001", call.rid(), DONE);
    methods.answer("temp_001", call.rid(), new MethodAnswer(500, "{}"));
    assertEquals(DONE, call.answer().join());
    assertEquals(1, methods.strays());
    assertEquals(0, methods.waiting());
  }

  @Test
  void noOtherDeviceCanAnswer() {
    DirectMethods.Call call = methods.begin("temp_001", T0.plusSeconds(30));
    methods.answer("temp_002", call.rid(), DONE);
    methods.answer("temp_001", "unknown", DONE);
    assertFalse(call.answer().isDone());
    assertEquals(2, methods.strays());
  }

  @Test
  void aCallEndsAtItsDeadlineAndALateAnswerIsCounted() {
    DirectMethods.Call call = methods.begin("temp_001", T0.plusSeconds(30));
    methods.expire(T0.plusSeconds(30).minusNanos(1));
    assertFalse(call.answer().isDone());
    methods.expire(T0.plusSeconds(30));
    assertEquals(Reason.NO_ANSWER, refusal(call));
    methods.answer("temp_001", call.rid(), DONE);
    assertEquals(1, methods.strays());
  }

  @Test
  void onlySoManyCallsWait() {
    for (int i = 0; i < DirectMethods.MOST_WAITING; i++) {
      methods.begin("temp_001", T0.plusSeconds(i));
    }
    RefusedException refused =
        assertThrows(RefusedException.class, () -> methods.begin("temp_001", T0.plusSeconds(30)));
    assertEquals(Reason.TOO_MANY, refused.reason());
    methods.expire(T0);
    methods.begin("temp_001", T0.plusSeconds(30));
  }

  @Test
  void noRequestIdIsUsedAgainAfterARestart() {
    DirectMethods later = new DirectMethods(T0.plusSeconds(1));
    assertNotEquals(methods.begin("temp_001", T0).rid(), later.begin("temp_001", T0).rid());
  }
}
