package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.NotificationChannel;
import java.time.InstantSource;
import java.util.List;

/// All channels that this program can send by.
public final class NotificationChannels {
  private NotificationChannels() {}

  /// One of each kind.
  ///
  /// @param clock for what is signed
  public static List<NotificationChannel> all(InstantSource clock) {
    HttpPost http = new HttpPost();
    return List.of(
        new SmtpChannel(),
        new SmsChannel(http),
        new TeamsChannel(http),
        new WebhookChannel(http, clock));
  }
}
