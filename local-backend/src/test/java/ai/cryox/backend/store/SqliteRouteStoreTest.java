package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteRouteStoreTest {
  @TempDir Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private SeriesStore series;
  private SqliteRouteStore store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    series = new SeriesStore(database);
    store = new SqliteRouteStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  private void write(RouteTable table) {
    Batch batch = new Batch(Instant.EPOCH);
    batch.routes = table;
    new BatchWriter(database, series).write(batch);
  }

  @Test
  void untilSomebodyChangesThemTheRoutesAreTheProgramsOwn() {
    assertEquals(RouteTable.DEFAULT, store.table());
  }

  @Test
  void theLastTableWrittenComesBackInItsOrder() {
    Route first = new Route("zebra", Endpoint.ALERT, "a = 'it''s'", false);
    Route second = new Route("ant", Endpoint.STATUS, "true", true);
    write(RouteTable.of(List.of(second)));
    write(RouteTable.of(List.of(first, second, Route.fallback(false))));
    assertEquals(List.of(first, second, Route.fallback(false)), store.table().routes());
    write(RouteTable.of(List.of(Route.fallback(false))));
    assertEquals(List.of(Route.fallback(false)), store.table().routes());
  }

  @ParameterizedTest
  @CsvSource({"nowhere,true,There is no endpoint nowhere", "alert,a >,At character 3"})
  void whatAnotherHandWroteIsNotGuessedAt(String endpoint, String condition, String reason) {
    database.writer().execute("INSERT INTO route VALUES (1, 'odd', ?, ?, 1)", endpoint, condition);
    database.writer().commit();
    StoreException refused = assertThrows(StoreException.class, store::table);
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(reason), message);
  }
}
