package ai.cryox.connectors.cloud;

import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.people.Action;
import ai.cryox.core.tree.TreeReader;
import java.time.Instant;
import java.util.Map;
import okhttp3.HttpUrl;

/// Tariffs and baselines of a server.
final class CloudEnergyDesk implements EnergyDesk {
  private static final TreeReader READER = TreeReader.lenient();

  private final CloudHttp http;

  CloudEnergyDesk(CloudHttp http) {
    this.http = http;
  }

  @Override
  public EnergyBook book() {
    HttpUrl url = http.url("energy-book").build();
    Tree book = Asking.ask(Action.WATCH, () -> http.get(Lane.HISTORY, url).tree());
    return READER.read(EnergyBook.class, book.members());
  }

  @Override
  public void saveTariff(String facilityId, Tariff tariff) {
    send(
        "tariffs",
        Map.of(
            "facilityId",
            facilityId.isEmpty() ? "*" : facilityId,
            "pricePerKilowattHour",
            tariff.pricePerKilowattHour(),
            "currency",
            tariff.currency()));
  }

  @Override
  public Baseline chooseBaseline(String deviceId, Instant from, Instant until) {
    Tree chosen =
        send(
            "baselines",
            Map.of("deviceId", deviceId, "from", from.toString(), "until", until.toString()));
    return READER.read(Baseline.class, chosen.members());
  }

  private Tree send(String part, Map<String, Object> body) {
    HttpUrl url = http.url("energy-book", part).build();
    return Asking.act(Action.CONFIGURE_DEVICE, () -> http.send("PUT", url, body).tree());
  }

  @Override
  public void removeBaseline(String deviceId) {
    HttpUrl url =
        http.url("energy-book", "baselines").addQueryParameter("deviceId", deviceId).build();
    Asking.act(Action.CONFIGURE_DEVICE, () -> http.delete(url));
  }
}
