package ai.cryox.backend.store;

import ai.cryox.backend.escalation.FactsJson;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outbox: every notification with what became of it. {@link #save} belongs to the writer's
/// open transaction; the others may be called from any thread and see what is committed.
public final class SqliteNotificationStore {
  private static final String KIND = "notification";

  private final SqliteDatabase database;

  /// The outbox of this database.
  public SqliteNotificationStore(SqliteDatabase database) {
    this.database = database;
  }

  void save(Notification notification) {
    database
        .writer()
        .createUpdate(
            """
            INSERT OR REPLACE INTO notification (notification_id, alarm_ids, channel, person_id,
              recipient, address, subject, body, facts, drill, state, attempts, created_ms,
              next_try_ms, delivered_ms, receipt, failure)
            VALUES (:id, :alarms, :channel, :person, :recipient, :address, :subject, :body, :facts,
              :drill, :state, :attempts, :created, :nextTry, :delivered, :receipt, :failure)\
            """)
        .bind("id", notification.notificationId())
        .bind("alarms", String.join("\n", notification.alarmIds()))
        .bind("channel", notification.channel().name())
        .bind("person", notification.personId())
        .bind("recipient", notification.recipient())
        .bind("address", notification.address())
        .bind("subject", notification.subject())
        .bind("body", notification.text())
        .bind("facts", FactsJson.write(notification.facts()))
        .bind("drill", notification.drill())
        .bind("state", notification.state().name())
        .bind("attempts", notification.attempts())
        .bind("created", notification.createdAt().toEpochMilli())
        .bind("nextTry", Columns.millis(notification.nextTryAt()))
        .bind("delivered", Columns.millis(notification.deliveredAt()))
        .bind("receipt", notification.receipt())
        .bind("failure", notification.failure())
        .execute();
    if (notification.attempts() == 0) {
      link(notification);
    }
  }

  /// Of which alarms it tells changes only before it is sent.
  private void link(Notification notification) {
    for (String alarmId : notification.alarmIds()) {
      database
          .writer()
          .execute(
              "INSERT OR IGNORE INTO notification_alarm (alarm_id, notification_id) VALUES (?, ?)",
              alarmId,
              notification.notificationId());
    }
  }

  /// Those that are still on their way, oldest first.
  public List<Notification> underway() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM notification WHERE state IN ('PENDING', 'SENDING')
                ORDER BY created_ms, notification_id\
                """)
            .map((row, context) -> notification(row))
            .list());
  }

  /// All that tell of an alarm, oldest first.
  public List<Notification> of(String alarmId) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT n.* FROM notification_alarm a JOIN notification n USING (notification_id)
                WHERE a.alarm_id = ? ORDER BY n.created_ms, n.notification_id\
                """)
            .bind(0, alarmId)
            .map((row, context) -> notification(row))
            .list());
  }

  /// One page of all, newest first.
  public Page<Notification> recent(PageRequest page) {
    PageToken after = PageToken.parse(page.continuationToken(), KIND);
    List<Notification> found = select(after, page.size() + 1);
    return PageToken.page(
        found,
        page.size(),
        KIND,
        last -> last.createdAt().toEpochMilli(),
        Notification::notificationId);
  }

  private List<Notification> select(@Nullable PageToken after, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM notification
                WHERE :afterTime IS NULL OR (created_ms, notification_id) < (:afterTime, :afterId)
                ORDER BY created_ms DESC, notification_id DESC LIMIT :limit\
                """)
            .bind("afterTime", after == null ? null : (Long) after.time())
            .bind("afterId", after == null ? null : after.id())
            .bind("limit", limit)
            .map((row, context) -> notification(row))
            .list());
  }

  static Notification notification(ResultSet row) throws SQLException {
    Columns columns = new Columns(row);
    return new Notification(
        row.getString("notification_id"),
        row.getString("alarm_ids").lines().toList(),
        ChannelKind.valueOf(row.getString("channel")),
        row.getString("person_id"),
        row.getString("recipient"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("body"),
        FactsJson.read(row.getString("facts")),
        row.getBoolean("drill"),
        NotificationState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("created_ms")),
        columns.instant("next_try_ms"),
        columns.instant("delivered_ms"),
        row.getString("receipt"),
        row.getString("failure"));
  }
}
