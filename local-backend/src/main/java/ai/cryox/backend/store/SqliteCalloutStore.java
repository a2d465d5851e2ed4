package ai.cryox.backend.store;

import ai.cryox.backend.escalation.ChannelsJson;
import ai.cryox.backend.escalation.PlanJson;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Channels;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// What people set up for being called. {@link #save} belongs to the writer's open transaction.
public final class SqliteCalloutStore {
  private static final String PLAN = "plan";
  private static final String CHANNELS = "channels";

  private final SqliteDatabase database;

  /// The set-up of this database.
  public SqliteCalloutStore(SqliteDatabase database) {
    this.database = database;
  }

  void save(CalloutPlan plan) {
    save(PLAN, PlanJson.write(plan));
  }

  void save(Channels channels) {
    save(CHANNELS, ChannelsJson.write(channels));
  }

  private void save(String name, byte[] json) {
    database
        .writer()
        .execute(
            "INSERT OR REPLACE INTO callout_setup (name, json) VALUES (?, ?)",
            name,
            new String(json, StandardCharsets.UTF_8));
  }

  /// The plan; the one that comes with the program if nobody changed it.
  ///
  /// @throws StoreException if another hand or a newer program wrote what makes no sense here
  public CalloutPlan plan() {
    return read(PLAN, PlanJson::read, CalloutPlan.DEFAULT);
  }

  /// The channels' settings; none is set up if nobody did.
  ///
  /// @throws StoreException as {@link #plan}
  public Channels channels() {
    return read(CHANNELS, ChannelsJson::read, Channels.NONE);
  }

  private <T> T read(String name, Function<byte[], T> parse, T otherwise) {
    String json =
        database.read(handle ->
            handle
                .createQuery("SELECT json FROM callout_setup WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    try {
      return json.isEmpty() ? otherwise : parse.apply(json.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException nonsense) {
      throw new StoreException(
          "The %s for calling people in the data file cannot be used: %s Start the version of the program that wrote it, or restore the file from a backup."
              .formatted(name, nonsense.getMessage()),
          nonsense);
    }
  }
}
