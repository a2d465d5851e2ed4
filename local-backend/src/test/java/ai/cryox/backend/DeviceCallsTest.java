package ai.cryox.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/// What people say to a device: methods that it answers, and messages that wait for it.
class DeviceCallsTest extends FridgeAtRelay {
  private static DeviceMessage message(String body, Duration timeToLive) {
    return new DeviceMessage(body.getBytes(UTF_8), Map.of("k", "v"), timeToLive);
  }

  private String leave(String body) {
    return asking(
        () -> session.downstream().send(FRIDGE, message(body, DeviceMessage.DEFAULT_TIME_TO_LIVE)));
  }

  private CompletableFuture<MethodAnswer> call(String name, String payload, Duration timeout) {
    MethodCall call = new MethodCall(name, payload, timeout);
    return CompletableFuture.supplyAsync(() -> session.downstream().call(FRIDGE, call));
  }

  @Test
  void aMethodIsAnsweredByItsDevice() {
    register();
    RelayDevice device = subscribed();
    CompletableFuture<MethodAnswer> answer =
        call("reboot", "{\"delay\":5}", MethodCall.DEFAULT_TIMEOUT);
    String asked = mail(device).getFirst();
    assertTrue(
        asked.matches("\\$iothub/methods/POST/reboot/\\?\\$rid=\\S+ \\{\"delay\":5}"), asked);
    String rid = asked.substring(asked.indexOf('=') + 1, asked.indexOf(' '));
    say("$iothub/methods/res/202/?$rid=" + rid, "{\"in\":5}");
    assertEquals(new MethodAnswer(202, "{\"in\":5}"), answer.join());
  }

  @Test
  void anAnswerThatIsNotJsonIsShownAllTheSame() {
    register();
    RelayDevice device = subscribed();
    CompletableFuture<MethodAnswer> answer = call("identify", "null", Duration.ofSeconds(30));
    String asked = mail(device).getFirst();
    String rid = asked.substring(asked.indexOf('=') + 1, asked.indexOf(' '));
    say("$iothub/methods/res/200/?$rid=" + rid, "I am \"it\"");
    assertEquals(new MethodAnswer(200, "\"I am \\\"it\\\"\""), answer.join());
  }

  @Test
  void aMethodThatIsNotAnsweredInTimeIsGivenUp() {
    register();
    RelayDevice device = subscribed();
    CompletableFuture<MethodAnswer> answer = call("reboot", "null", Duration.ofSeconds(30));
    mail(device);
    now = now.plusSeconds(29);
    turn();
    assertFalse(answer.isDone());
    now = now.plusSeconds(1);
    turn();
    CompletionException late = assertThrows(CompletionException.class, answer::join);
    assertEquals(
        Reason.NO_ANSWER, assertInstanceOf(RefusedException.class, late.getCause()).reason());
  }

  @Test
  void aDeviceThatIsAwayIsNotWaitedFor() {
    register();
    subscribed().leave();
    MethodCall call = new MethodCall("reboot", "null", Duration.ofSeconds(30));
    assertEquals(Reason.NO_ANSWER, refused(() -> session.downstream().call(FRIDGE, call)));
    assertEquals(Reason.UNKNOWN_DEVICE, refused(() -> session.downstream().call("temp_404", call)));
  }

  @Test
  void messagesWaitInOrderUntilTheDeviceListens() {
    register();
    String first = leave("one");
    leave("two");
    restart();
    RelayDevice device = subscribed();
    List<String> got = new ArrayList<>();
    turnUntil(
        "both messages",
        () -> {
          got.addAll(device.take());
          return got.size() >= 2;
        });
    assertEquals(
        "devices/temp_001/messages/devicebound/%24.mid="
            + first
            + "&%24.to=%2Fdevices%2Ftemp_001%2Fmessages%2Fdevicebound&k=v one",
        got.getFirst());
    assertTrue(got.getLast().endsWith(" two"), got.getLast());
    leave("three");
    got.addAll(mail(device));
    assertEquals(3, got.size());
  }

  @Test
  void aSessionThatIsKeptNeedsNoNewSubscriptionForItsMessages() {
    register();
    subscribed().leave();
    leave("one");
    restart();
    assertTrue(mail(connect()).getFirst().endsWith(" one"));
  }

  @Test
  void aMessageWhoseTimeIsOverIsNotSent() {
    register();
    asking(() -> session.downstream().send(FRIDGE, message("late", Duration.ofMinutes(1))));
    leave("in time");
    now = now.plusSeconds(60);
    RelayDevice device = subscribed();
    List<String> got = mail(device);
    assertEquals(1, got.size());
    assertTrue(got.getFirst().endsWith(" in time"), got.getFirst());
  }

  @Test
  void roomForMessagesComesBackWithTime() {
    register();
    for (int i = 0; i < 50; i++) {
      asking(() -> session.downstream().send(FRIDGE, message("x", Duration.ofMinutes(1))));
    }
    assertEquals(
        Reason.TOO_MANY,
        refused(() -> session.downstream().send(FRIDGE, message("x", Duration.ofMinutes(1)))));
    now = now.plusSeconds(60);
    leave("y");
  }
}
