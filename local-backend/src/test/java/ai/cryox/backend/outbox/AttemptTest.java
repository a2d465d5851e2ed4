package ai.cryox.backend.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private static final Secrets NONE =
      new Secrets() {
        @Override
        public char @Nullable [] read(SecretName name) {
          return null;
        }

        @Override
        public void write(SecretName name, char[] secret) {
          throw new AssertionError("nothing is written here");
        }

        @Override
        public Set<SecretName> names() {
          return Set.of();
        }
      };

  private static NotificationChannel.Outcome make(Supplier<NotificationChannel.Outcome> sends)
      throws InterruptedException {
    NotificationChannel channel =
        new NotificationChannel() {
          @Override
          public ChannelKind kind() {
            return ChannelKind.EMAIL;
          }

          @Override
          public Outcome send(
              Notification notification, ChannelSettings settings, Secrets secrets) {
            return sends.get();
          }
        };
    Notification notification =
        new Notification(
            "id",
            List.of(),
            ChannelKind.EMAIL,
            "",
            "",
            "",
            "",
            "",
            Map.of(),
            false,
            NotificationState.SENDING,
            1,
            Instant.EPOCH,
            null,
            null,
            "",
            "");
    return new Attempt(NONE, _ -> Optional.empty(), Duration.ofMillis(100))
        .make(channel, notification, Channels.NONE.email());
  }

  @Test
  void aChannelThatHangsInSpiteOfItsOwnLimitsIsLeftBehind() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    NotificationChannel.Outcome outcome =
        make(() -> {
          try {
            never.await();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
          return new NotificationChannel.Delivered("too late");
        });
    assertEquals(
        "There was no answer within 0 seconds.",
        assertInstanceOf(NotificationChannel.Failed.class, outcome).why());
  }

  @Test
  void aFaultOfTheChannelIsAFailureThatDoesNotQuoteIt() throws Exception {
    NotificationChannel.Outcome outcome =
        make(() -> {
          throw new IllegalStateException("geheim");
        });
    String why = assertInstanceOf(NotificationChannel.Failed.class, outcome).why();
    assertTrue(why.contains("IllegalStateException"), why);
    assertFalse(why.contains("geheim"), why);
  }

  @Test
  void theWaitsDoubleUpToFiveMinutes() {
    assertEquals(Duration.ofSeconds(5), BackOff.after(1));
    assertEquals(Duration.ofSeconds(40), BackOff.after(4));
    assertEquals(Duration.ofMinutes(5), BackOff.after(100));
  }
}
