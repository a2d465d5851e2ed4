package ai.cryox.backend.store;

import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The routes. {@link #replace} belongs to the writer's open transaction.
public final class SqliteRouteStore {
  private final SqliteDatabase database;

  /// The routes of this database.
  public SqliteRouteStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Replaces all of them.
  void replace(RouteTable table) {
    database.writer().execute("DELETE FROM route");
    PreparedBatch insert =
        database
            .writer()
            .prepareBatch(
                """
                INSERT INTO route (position, name, endpoint, condition, enabled)
                VALUES (:position, :name, :endpoint, :condition, :enabled)\
                """);
    try (insert) {
      int position = 0;
      for (Route route : table.routes()) {
        insert
            .bind("position", ++position)
            .bind("name", route.name())
            .bind("endpoint", route.endpoint().wireName())
            .bind("condition", route.condition())
            .bind("enabled", route.enabled())
            .add();
      }
      insert.execute();
    }
  }

  /// All of them; those that come with the program if nobody changed them.
  ///
  /// @throws StoreException if another hand or a newer program wrote what makes no sense here
  public RouteTable table() {
    List<Row> rows =
        database.read(handle ->
            handle
                .createQuery("SELECT * FROM route ORDER BY position")
                .map((row, context) -> Row.of(row))
                .list());
    try {
      return rows.isEmpty()
          ? RouteTable.DEFAULT
          : RouteTable.of(rows.stream().map(Row::route).toList());
    } catch (IllegalArgumentException nonsense) {
      throw new StoreException(
          "The routes in the data file cannot be used: %s Start the version of the program that wrote them, or restore the file from a backup."
              .formatted(nonsense.getMessage()),
          nonsense);
    }
  }

  /// One route as it is stored.
  private record Row(String name, String endpoint, String condition, boolean enabled) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("name"),
          row.getString("endpoint"),
          row.getString("condition"),
          row.getBoolean("enabled"));
    }

    Route route() {
      Endpoint known = Endpoint.named(endpoint);
      if (known == null) {
        throw new IllegalArgumentException("There is no endpoint %s.".formatted(endpoint));
      }
      return new Route(name, known, condition, enabled);
    }
  }
}
