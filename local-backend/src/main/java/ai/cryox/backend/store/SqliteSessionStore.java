package ai.cryox.backend.store;

import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.SessionChange;
import ai.cryox.backend.relay.StoredMessage;
import ai.cryox.backend.relay.Subscription;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes what MQTT sessions must not forget; {@link StoredRelayReader} brings it back.
public final class SqliteSessionStore {
  private static final List<String> TABLES_OF_A_SESSION =
      List.of("mqtt_session", "mqtt_subscription", "mqtt_waiting", "mqtt_remembered");

  private final SqliteDatabase database;

  /// Sessions of this database.
  public SqliteSessionStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Applies the changes in their order, as part of the writer's open transaction.
  public void apply(List<SessionChange> changes) {
    Handle writer = database.writer();
    changes.forEach(change -> apply(change, writer));
  }

  private static void apply(SessionChange change, Handle writer) {
    switch (change) {
      case SessionChange.Kept kept ->
          writer.execute(
              "INSERT OR REPLACE INTO mqtt_session VALUES (?, ?, ?)",
              kept.clientId(),
              kept.expiry().toSeconds(),
              Columns.millis(kept.leftAt()));
      case SessionChange.Ended ended ->
          TABLES_OF_A_SESSION.forEach(table ->
              writer.execute("DELETE FROM " + table + " WHERE client_id = ?", ended.clientId()));
      case SessionChange.Subscribed subscribed ->
          subscribe(subscribed.clientId(), subscribed.subscription(), writer);
      case SessionChange.Unsubscribed gone ->
          writer.execute(
              "DELETE FROM mqtt_subscription WHERE client_id = ? AND filter = ?",
              gone.clientId(),
              gone.filter().text());
      case SessionChange.Waiting waiting -> wait(waiting.clientId(), waiting.message(), writer);
      case SessionChange.Received received ->
          writer.execute(
              "UPDATE mqtt_waiting SET received = 1, payload = x'', properties = x''"
                  + " WHERE client_id = ? AND sequence = ?",
              received.clientId(),
              received.sequence());
      case SessionChange.Settled settled ->
          writer.execute(
              "DELETE FROM mqtt_waiting WHERE client_id = ? AND sequence = ?",
              settled.clientId(),
              settled.sequence());
      case SessionChange.Remembered message ->
          writer.execute(
              "INSERT OR REPLACE INTO mqtt_remembered VALUES (?, ?)",
              message.clientId(),
              message.packetId());
      case SessionChange.Forgotten message ->
          writer.execute(
              "DELETE FROM mqtt_remembered WHERE client_id = ? AND packet_id = ?",
              message.clientId(),
              message.packetId());
      case SessionChange.Retained retained -> retain(retained.publication(), writer);
      case SessionChange.TakenBack gone ->
          writer.execute("DELETE FROM mqtt_retained WHERE topic = ?", gone.topic());
    }
  }

  private static void subscribe(String clientId, Subscription subscription, Handle writer) {
    writer.execute(
        "INSERT OR REPLACE INTO mqtt_subscription VALUES (?, ?, ?, ?, ?, ?, ?)",
        clientId,
        subscription.filter().text(),
        subscription.qos(),
        subscription.noLocal(),
        subscription.asPublished(),
        subscription.retainHandling().name(),
        subscription.identifier());
  }

  private static void wait(String clientId, StoredMessage message, Handle writer) {
    Publication publication = message.publication();
    writer.execute(
        "INSERT OR REPLACE INTO mqtt_waiting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        clientId,
        message.sequence(),
        publication.topic(),
        publication.payload(),
        message.qos(),
        publication.qos(),
        message.retain(),
        message.received(),
        expiry(publication),
        PropertiesCodec.write(publication.properties()),
        message.identifiers().stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  private static void retain(Publication publication, Handle writer) {
    writer.execute(
        "INSERT OR REPLACE INTO mqtt_retained VALUES (?, ?, ?, ?, ?)",
        publication.topic(),
        publication.payload(),
        publication.qos(),
        expiry(publication),
        PropertiesCodec.write(publication.properties()));
  }

  private static @Nullable Long expiry(Publication publication) {
    return Columns.millis(publication.expiresAt());
  }
}
