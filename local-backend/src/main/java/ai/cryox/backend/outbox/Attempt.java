package ai.cryox.backend.outbox;

import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Outcome;
import ai.cryox.core.escalation.Secrets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries once, but not for ever: a channel that hangs in spite of its own time limits is left
/// behind.
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private final Secrets secrets;
  private final Enclosure.Source enclosures;
  private final Duration longest;

  /// @param enclosures finds what goes along with a notification
  /// @param longest nothing is waited for longer
  Attempt(Secrets secrets, Enclosure.Source enclosures, Duration longest) {
    this.secrets = secrets;
    this.enclosures = enclosures;
    this.longest = longest;
  }

  Outcome make(NotificationChannel channel, Notification notification, ChannelSettings settings)
      throws InterruptedException {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .name("send " + notification.notificationId())
            .start(() -> {
              try {
                outcome.complete(send(channel, notification, settings));
              } catch (RuntimeException | Error fault) {
                outcome.completeExceptionally(fault);
              }
            });
    try {
      return outcome.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      thread.interrupt();
      return new Failed("There was no answer within %d seconds.".formatted(longest.toSeconds()));
    } catch (ExecutionException fault) {
      return broken(channel, fault.getCause());
    }
  }

  private Outcome send(
      NotificationChannel channel, Notification notification, ChannelSettings settings) {
    Optional<Enclosure> enclosure;
    try {
      enclosure = enclosures.of(notification);
    } catch (IllegalStateException missing) {
      return new Failed(String.valueOf(missing.getMessage()));
    }
    return enclosure
        .map(document -> channel.send(notification, document, settings, secrets))
        .orElseGet(() -> channel.send(notification, settings, secrets));
  }

  /// The words of a fault are not logged: they may quote what was to be sent, or a password.
  private static Failed broken(NotificationChannel channel, @Nullable Throwable fault) {
    String name = fault == null ? "unknown" : fault.getClass().getSimpleName();
    Object where = fault == null ? "" : Arrays.stream(fault.getStackTrace()).limit(8).toList();
    LOG.error("The channel {} failed on a fault of its own: {} at {}", channel.kind(), name, where);
    return new Failed("The channel failed on a fault of the program itself (%s).".formatted(name));
  }
}
