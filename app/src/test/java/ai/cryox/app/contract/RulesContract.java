package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every backend answers of storage profiles and routes of messages.
interface RulesContract extends Ground {
  @Test
  default void profilesAreMadeGivenAndRemoved() {
    StorageProfile mine =
        new StorageProfile(
            "mine",
            "Mine",
            StorageProfiles.REFRIGERATOR.limits(),
            StorageProfiles.WHO_SHIPPING_1.cumulative());
    assertEquals(mine, session().saveProfile(mine));
    assertEquals(site().desk.profiles(), session().profiles());
    awaitSame();
    assertEquals("mine", String.valueOf(session().assignProfile("temp_001", "mine").profileId()));
    assertThrows(IllegalArgumentException.class, () -> session().removeProfile("mine"));
    assertEquals("null", String.valueOf(session().assignProfile("temp_001", null).profileId()));
    session().removeProfile("mine");
    assertThrows(IllegalArgumentException.class, () -> session().removeProfile("mine"));
    assertThrows(
        IllegalArgumentException.class, () -> session().assignProfile("temp_001", "nothing"));
  }

  @Test
  default void routesAreReplacedAndTried() {
    List<Route> wanted =
        List.of(
            new Route("temps", Endpoint.TEMPERATURE, "deviceId LIKE 'temp_%'", true),
            Route.fallback(false));
    assertEquals(wanted, session().saveRoutes(wanted));
    assertEquals(wanted, session().routes());
    Origin origin = new Origin("temp_001", "", "temp_001", null, Map.of());
    assertEquals(wanted.subList(0, 1), session().matchingRoutes(origin));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            session().saveRoutes(List.of(new Route("bad", Endpoint.EVENTS, "deviceId ==", true))));
  }
}
