package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Notification;
import java.time.Instant;
import java.util.Objects;

/// What became of a message to somebody, in words. Pure.
///
/// @param units how times are written
public record SentWords(Units units) {
  private Messages messages() {
    return units.messages();
  }

  /// `Ben Okoye by SMS · delivered 21:08:05 · 250 queued`.
  public String whole(Notification sent) {
    String channel = messages().of("channel", sent.channel());
    String how =
        sent.channel().isPersonal()
            ? messages().text("sent.by", sent.recipient(), channel)
            : channel;
    return how + " · " + outcome(sent);
  }

  /// The same of the last of several alike: `9 times, the last: …`.
  public String several(Notification last, int times) {
    return messages().text("sent.several", times, whole(last));
  }

  /// `delivered 21:08:05 · 250 queued`, `not reached: the server refused`.
  public String outcome(Notification sent) {
    return switch (sent.state()) {
      case DELIVERED -> {
        Instant at = Objects.requireNonNullElse(sent.deliveredAt(), sent.createdAt());
        String when = messages().text("sent.delivered", units.time(at));
        String receipt = receipt(sent);
        yield receipt.isEmpty() ? when : when + " · " + receipt;
      }
      case FAILED -> messages().text("sent.failed", sent.failure());
      case WITHDRAWN -> messages().text("sent.withdrawn");
      case PENDING, SENDING -> {
        String under = messages().text("sent.underWay", sent.attempts());
        yield sent.failure().isEmpty() ? under : under + " · " + sent.failure();
      }
    };
  }

  /// What the other side answered, in its own words; a console answers in the reader's.
  private String receipt(Notification sent) {
    return sent.channel() == ChannelKind.DESKTOP && !sent.receipt().isEmpty()
        ? messages().text("sent.shown")
        : sent.receipt();
  }

  /// The style class that goes with it.
  public static String style(Notification sent) {
    return switch (sent.state()) {
      case DELIVERED -> "plain";
      case FAILED -> "trouble-line";
      case WITHDRAWN, PENDING, SENDING -> "muted";
    };
  }
}
