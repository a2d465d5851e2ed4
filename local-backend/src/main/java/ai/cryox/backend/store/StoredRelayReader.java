package ai.cryox.backend.store;

import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.StoredMessage;
import ai.cryox.backend.relay.StoredRelay;
import ai.cryox.backend.relay.StoredSession;
import ai.cryox.backend.relay.Subscription;
import ai.cryox.backend.relay.Subscription.RetainHandling;
import ai.cryox.backend.relay.TopicFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Brings back what {@link SqliteSessionStore} stored. Any thread.
public final class StoredRelayReader {
  private StoredRelayReader() {}

  /// @throws StoreException if the file cannot be read
  public static StoredRelay read(SqliteDatabase database) {
    return database.read(handle -> new StoredRelay(sessions(handle), retained(handle)));
  }

  private static List<StoredSession> sessions(Handle handle) {
    Map<String, List<Subscription>> subscriptions =
        grouped(handle, "SELECT * FROM mqtt_subscription", StoredRelayReader::subscription);
    Map<String, List<StoredMessage>> waiting =
        grouped(handle, "SELECT * FROM mqtt_waiting ORDER BY sequence", StoredRelayReader::waiting);
    Map<String, List<Integer>> remembered =
        grouped(handle, "SELECT * FROM mqtt_remembered", row -> row.getInt("packet_id"));
    return handle
        .createQuery("SELECT * FROM mqtt_session")
        .map((row, context) -> {
          String clientId = row.getString("client_id");
          return new StoredSession(
              clientId,
              Duration.ofSeconds(row.getLong("expiry_s")),
              new Columns(row).instant("left_ms"),
              subscriptions.getOrDefault(clientId, List.of()),
              waiting.getOrDefault(clientId, List.of()),
              remembered.getOrDefault(clientId, List.of()));
        })
        .list();
  }

  /// Reads one row.
  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> Map<String, List<T>> grouped(
      Handle handle, String query, RowReader<T> reader) {
    Map<String, List<T>> grouped = new HashMap<>();
    handle
        .createQuery(query)
        .map((row, context) ->
            grouped
                .computeIfAbsent(row.getString("client_id"), key -> new ArrayList<>())
                .add(reader.read(row)))
        .list();
    return grouped;
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    TopicFilter filter = TopicFilter.parse(row.getString("filter"));
    if (filter == null) {
      throw new StoreException(
          "The stored MQTT subscription %s is none.".formatted(row.getString("filter")));
    }
    return new Subscription(
        filter,
        row.getInt("qos"),
        row.getBoolean("no_local"),
        row.getBoolean("as_published"),
        RetainHandling.valueOf(row.getString("retain_handling")),
        row.getInt("identifier"));
  }

  private static StoredMessage waiting(ResultSet row) throws SQLException {
    String identifiers = row.getString("identifiers");
    return new StoredMessage(
        row.getLong("sequence"),
        publication(row, row.getInt("published_qos"), false),
        row.getInt("qos"),
        row.getBoolean("retain"),
        row.getBoolean("received"),
        identifiers.isEmpty()
            ? List.of()
            : Stream.of(identifiers.split(",")).map(Integer::valueOf).toList());
  }

  private static Publication publication(ResultSet row, int qos, boolean retain)
      throws SQLException {
    byte[] payload = row.getBytes("payload");
    return new Publication(
        row.getString("topic"),
        payload == null ? new byte[0] : payload,
        qos,
        retain,
        new Columns(row).instant("expires_ms"),
        PropertiesCodec.read(row.getBytes("properties")));
  }

  private static List<Publication> retained(Handle handle) {
    return handle
        .createQuery("SELECT * FROM mqtt_retained")
        .map((row, context) -> publication(row, row.getInt("qos"), true))
        .list();
  }
}
