package ai.cryox.backend.ingest;

import ai.cryox.core.routing.RouteTable;
import java.util.function.Supplier;

/// The routes in force. Read by the wires, from any thread, for every message; changed on the
/// pipeline's thread, and in force as soon as the change is durable.
public final class CurrentRoutes implements Supplier<RouteTable> {
  private volatile RouteTable table;

  /// @param table what was stored
  public CurrentRoutes(RouteTable table) {
    this.table = table;
  }

  @Override
  public RouteTable get() {
    return table;
  }

  /// Replaces them with this batch.
  public void replace(RouteTable wanted, Batch batch) {
    batch.routes = wanted;
    batch.whenDurable.add(() -> table = wanted);
  }
}
