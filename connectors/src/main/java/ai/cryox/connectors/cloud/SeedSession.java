package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.tree.TreeWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/// Somebody's view of a bare cloud API, which can show and configure.
final class SeedSession extends BareSession {
  private final SeedApi api;
  private final SeedHistory history;
  private final CloudOrders orders;

  SeedSession(
      RemoteSeat seat,
      CloudHttp http,
      CloudLive live,
      SeedApi api,
      List<String> facilities,
      Runnable onClose) {
    super(seat, http, live, onClose);
    this.api = api;
    this.history = new SeedHistory(api, live.feed(), facilities);
    this.orders = new CloudOrders(http, live, seat.who().name());
  }

  @Override
  public Set<Feature> features() {
    return Set.of();
  }

  @Override
  public Page<ReceivedReading> readings(ReadingQuery query, PageRequest page) {
    return Asking.ask(Action.WATCH, () -> history.readings(query, page));
  }

  @Override
  public List<Bucket> windows(String deviceId, Instant from, Instant until, Duration resolution) {
    return Asking.ask(
        Action.WATCH,
        () -> history.windows(deviceId, Quantity.TEMPERATURE, from, until, resolution));
  }

  /// The interface tells of temperature and humidity only.
  @Override
  public List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution) {
    return Asking.ask(
        Action.WATCH, () -> history.windows(deviceId, quantity, from, until, resolution));
  }

  /// The interface tells nothing of what held before.
  @Override
  public List<HeldLimits> limits(String deviceId) {
    return List.of();
  }

  /// The interface tells nothing of doors and defrosting.
  @Override
  public List<Occurrence> occurrences(String deviceId, Instant from, Instant until) {
    return List.of();
  }

  @Override
  public Page<Alarm> alarms(AlarmQuery query, PageRequest page) {
    return Asking.ask(Action.WATCH, () -> history.alarms(query, page));
  }

  /// The interface tells nothing of what became of alerts.
  @Override
  public List<AlarmChange> journal(String alarmId) {
    return List.of();
  }

  @Override
  public AlarmActions alarmActions() {
    return new NoAlarmActions(cannot("way to answer alarms"));
  }

  @Override
  public AlarmDesign alarmDesign() {
    return AlarmDesign.DEFAULT;
  }

  @Override
  public Device configure(String deviceId, DeviceConfiguration wanted) {
    String problem = wanted.problem();
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    Device device =
        live.feed()
            .latest()
            .device(deviceId)
            .orElseThrow(
                () -> new IllegalArgumentException("No device '%s' is known.".formatted(deviceId)))
            .device();
    HttpUrl url = api.url(device.facilityId(), "devices", deviceId, "configure").build();
    return orders.sending(
        deviceId,
        () -> {
          Asking.act(
              Action.CONFIGURE_DEVICE, () -> http.send("POST", url, TreeWriter.write(wanted)));
          return new CloudOrders.Taken(device.withDesired(wanted), 0);
        });
  }

  /// Such a server takes an order and never says what became of it.
  @Override
  public Optional<DeviceOrder> order(String deviceId) {
    return orders.remembered(deviceId);
  }

  @Override
  public List<StorageProfile> profiles() {
    return List.of(StorageProfiles.SEED_DEFAULT);
  }
}
