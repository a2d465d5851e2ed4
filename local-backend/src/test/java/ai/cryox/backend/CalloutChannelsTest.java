package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel.Delivered;
import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Refused;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The channels that messages go out by: what fails, hangs or is refused, and their secrets.
class CalloutChannelsTest extends WithCallouts {
  @Test
  void aMailServerThatFailsIsTriedAgainLaterAndLater() {
    site.answers.put(ChannelKind.EMAIL, n -> new Failed("It is down."));
    site.read(9.4);
    site.pass(Duration.ofMinutes(4));
    long tries = site.sent.stream().filter(n -> n.channel() == ChannelKind.EMAIL).count();
    assertEquals(6, tries);
    site.answers.put(ChannelKind.EMAIL, n -> new Delivered("queued"));
    site.pass(Duration.ofMinutes(6));
    Notification mail =
        notifications().stream()
            .filter(n -> n.channel() == ChannelKind.EMAIL)
            .findFirst()
            .orElseThrow();
    assertEquals(NotificationState.DELIVERED, mail.state());
    assertEquals("queued", mail.receipt());
  }

  @Test
  void aChannelThatIsRefusedForGoodRaisesAnAlarmAndAnotherOneIsUsed() {
    asOneStep();
    site.answers.put(ChannelKind.EMAIL, n -> new Refused("No such mailbox."));
    site.read(9.4);
    site.send();
    site.send();
    assertTrue(site.told().contains("SMS anna"), site.told().toString());
    Alarm failed = site.active().stream().filter(Alarm::isSystem).findFirst().orElseThrow();
    assertEquals("/notify/email", failed.deviceId());
    assertTrue(failed.message().contains("No such mailbox."), failed.message());
  }

  @Test
  void aChannelThatHangsHoldsUpNoOther() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    site.answers.put(
        ChannelKind.EMAIL,
        n -> {
          awaitQuietly(hangs);
          return new Failed("It hung.");
        });
    site.answers.put(
        ChannelKind.SMS,
        n -> {
          told.countDown();
          return new Delivered("ok");
        });
    site.backend.start();
    site.hand(Reading.of("temp_001", "warehouse_001", site.now, 9.4));
    assertTrue(told.await(60, TimeUnit.SECONDS));
    hangs.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aTestMessageIsSentOnceAndAnsweredWithWhatBecameOfIt() {
    site.answers.put(ChannelKind.EMAIL, n -> new Failed("It is down."));
    CompletableFuture<Notification> answer =
        CompletableFuture.supplyAsync(() -> site.callouts().test(ChannelKind.EMAIL, "anna"));
    while (!answer.isDone()) {
      site.turn();
      site.send();
    }
    assertEquals(NotificationState.FAILED, answer.join().state());
    assertEquals("It is down.", answer.join().failure());
    assertEquals(List.of(), site.active());
    assertEquals(1, site.callouts().recent(PageRequest.first(10)).items().size());
  }

  @Test
  void secretsAreKeptAndNeverShown() throws Exception {
    site.asking(() -> {
      site.callouts().saveSecret(SecretName.EMAIL_PASSWORD, "geheim-ß".toCharArray());
      return true;
    });
    assertEquals(Set.of(SecretName.EMAIL_PASSWORD), site.callouts().secrets());
    site.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("geheim"), file.toString());
      }
    }
    site.restart();
    assertEquals(Set.of(SecretName.EMAIL_PASSWORD), site.callouts().secrets());
  }
}
