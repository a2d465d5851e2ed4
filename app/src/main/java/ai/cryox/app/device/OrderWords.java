package ai.cryox.app.device;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.device.DeviceOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a device is with what it was told, in words: when it was sent, accepted, applied. Pure.
record OrderWords(Units units) {
  String of(DeviceOrder order, Instant now) {
    Messages messages = units.messages();
    List<String> parts = new ArrayList<>();
    add(parts, "order.sent", order.sentAt(), now);
    add(parts, "order.accepted", order.acceptedAt(), now);
    switch (order.state()) {
      case APPLIED -> {
        Instant appliedAt = order.appliedAt();
        if (appliedAt == null) {
          parts.add(messages.text("order.does"));
        } else {
          add(parts, "order.applied", appliedAt, now);
        }
      }
      case WAITING -> parts.add(pending(order, now));
      case TAKEN -> parts.add(messages.text("order.taken"));
      case REFUSED -> parts.add(messages.text("order.refused"));
      case EXPIRED -> parts.add(messages.text("order.expired"));
      case UNKNOWN -> parts.add(messages.text("order.unknown"));
    }
    if (!order.note().isBlank()) {
      parts.add("“" + order.note().strip() + "”");
    }
    if (!order.askedBy().isBlank()) {
      parts.add(order.askedBy());
    }
    return String.join(" · ", parts);
  }

  private String pending(DeviceOrder order, Instant now) {
    Instant since = order.acceptedAt();
    return since == null
        ? units.messages().text("order.waiting")
        : units.messages().text("order.pending", units.timeSince(since, now));
  }

  private void add(List<String> parts, String key, @Nullable Instant at, Instant now) {
    if (at != null) {
      parts.add(units.messages().text(key, units.timeSince(at, now)));
    }
  }
}
