package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.Notification;
import java.io.ByteArrayOutputStream;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A notification as JSON, as UTF-8.
final class NotificationJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private NotificationJson() {}

  /// For programs: what it is about in `facts`, and the text for people.
  static byte[] plain(Notification notification) {
    return object(json -> {
      json.writeStringProperty("notificationId", notification.notificationId());
      json.writeStringProperty("createdAt", notification.createdAt().toString());
      json.writeBooleanProperty("drill", notification.drill());
      json.writeArrayPropertyStart("alarmIds");
      notification.alarmIds().forEach(json::writeString);
      json.writeEndArray();
      json.writeObjectPropertyStart("facts");
      new TreeMap<>(notification.facts()).forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeStringProperty("subject", notification.subject());
      json.writeStringProperty("text", notification.text());
    });
  }

  /// A message with one Adaptive Card.
  static byte[] card(Notification notification) {
    return object(json -> {
      json.writeStringProperty("type", "message");
      json.writeArrayPropertyStart("attachments");
      json.writeStartObject();
      json.writeStringProperty("contentType", "application/vnd.microsoft.card.adaptive");
      json.writeObjectPropertyStart("content");
      json.writeStringProperty("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
      json.writeStringProperty("type", "AdaptiveCard");
      json.writeStringProperty("version", "1.4");
      json.writeArrayPropertyStart("body");
      heading(json, notification.subject());
      notification
          .text()
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> block(json, line));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
    });
  }

  private static void heading(JsonGenerator json, String text) {
    json.writeStartObject();
    json.writeStringProperty("type", "TextBlock");
    json.writeStringProperty("size", "Large");
    json.writeStringProperty("weight", "Bolder");
    json.writeBooleanProperty("wrap", true);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private static void block(JsonGenerator json, String text) {
    json.writeStartObject();
    json.writeStringProperty("type", "TextBlock");
    json.writeBooleanProperty("wrap", true);
    json.writeStringProperty("spacing", "Small");
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private static byte[] object(Consumer<JsonGenerator> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
