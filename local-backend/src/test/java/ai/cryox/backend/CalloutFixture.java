package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.ChannelSettings.MailSecurity;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.Roster;
import ai.cryox.core.escalation.Secrets;
import ai.cryox.core.escalation.Shift;
import ai.cryox.core.escalation.WeeklyHours;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.routing.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/// A backend with people to call, turned by hand on a moved clock; what would go out is collected.
final class CalloutFixture implements InstantSource, AutoCloseable {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Channels ALL =
      new Channels(
          new ChannelSettings.Email(true, "mail", 25, MailSecurity.NONE, "", "cryox@cold.example"),
          new ChannelSettings.Sms(true, "https://sms.example/", "u", "Cryox"),
          new ChannelSettings.Teams(false),
          new ChannelSettings.Webhook(false, ""));

  private static final Duration STEP = Duration.ofSeconds(5);

  final List<Notification> sent = new ArrayList<>();
  final Map<ChannelKind, Function<Notification, NotificationChannel.Outcome>> answers =
      new EnumMap<>(ChannelKind.class);
  private final Path folder;
  Instant now;
  LocalBackend backend;
  Session session;
  Runnable afterTurn = () -> {};

  CalloutFixture(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
    this.backend = open();
    this.session = backend.signIn(new SignIn.Desk("operator"));
  }

  private LocalBackend open() {
    LocalBackend opened = new LocalBackend(BackendSettings.at(folder), this);
    opened.notifyBy(List.of(new Collecting(ChannelKind.EMAIL), new Collecting(ChannelKind.SMS)));
    return opened;
  }

  void restart() {
    close();
    backend = open();
    session = backend.signIn(new SignIn.Desk("operator"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    backend.close();
  }

  private final class Collecting implements NotificationChannel {
    private final ChannelKind kind;

    Collecting(ChannelKind kind) {
      this.kind = kind;
    }

    @Override
    public ChannelKind kind() {
      return kind;
    }

    @Override
    public Outcome send(Notification notification, ChannelSettings settings, Secrets secrets) {
      Outcome outcome = answers.getOrDefault(kind, n -> new Delivered("ok")).apply(notification);
      synchronized (sent) {
        sent.add(notification);
      }
      return outcome;
    }
  }

  static Person person(String id, String role, String language) {
    return new Person(
        id,
        id,
        role,
        language,
        Map.of(ChannelKind.EMAIL, id + "@cold.example", ChannelKind.SMS, "+4930123456"));
  }

  static CalloutPlan plan(List<Shift> shifts) {
    CalloutPlan usual = CalloutPlan.usual(BERLIN);
    return new CalloutPlan(
        List.of(
            person("anna", "operator", "de"),
            person("sven", Person.SUPERVISOR, "en"),
            person("mona", Person.MANAGER, "en")),
        List.of(new Roster(CalloutPlan.MAIN_ROSTER, "On call", BERLIN, shifts, List.of(), null)),
        usual.policies(),
        List.of(),
        null,
        usual.daily());
  }

  static CalloutPlan plan() {
    return plan(List.of(new Shift(WeeklyHours.always(), List.of("anna"))));
  }

  Callouts callouts() {
    return session.callouts();
  }

  void setUp(CalloutPlan plan) {
    asking(() -> callouts().savePlan(plan));
    asking(() -> callouts().saveChannels(ALL));
  }

  void turn() {
    Turning.once(backend);
    afterTurn.run();
  }

  <T> T asking(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question);
    while (!answer.isDone()) {
      Turning.patiently(backend);
      afterTurn.run();
    }
    return answer.join();
  }

  /// Lets the outbox send what is due.
  void send() {
    for (ChannelKind kind : List.of(ChannelKind.EMAIL, ChannelKind.SMS)) {
      asking(() -> {
        try {
          backend.agents().callouts().turn(kind);
          return true;
        } catch (InterruptedException stop) {
          throw new AssertionError(stop);
        }
      });
    }
  }

  /// Time passes in small steps while everything turns.
  void pass(Duration time) {
    Instant end = now.plus(time);
    Duration step = time.dividedBy(60).compareTo(STEP) > 0 ? time.dividedBy(60) : STEP;
    while (now.isBefore(end)) {
      Instant next = now.plus(step);
      now = next.isAfter(end) ? end : next;
      turn();
      send();
    }
  }

  void read(double temperature) {
    read("temp_001", temperature);
  }

  void read(String deviceId, double temperature) {
    hand(Reading.of(deviceId, "warehouse_001", now, temperature));
    turn();
  }

  void hand(Message... messages) {
    Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
    byte[] raw = "raw".getBytes(StandardCharsets.UTF_8);
    assertTrue(
        backend
            .sink()
            .offer(
                new Delivery(
                    origin, now, raw, new Decoded(List.of(messages), List.of()), () -> {})));
  }

  List<Alarm> active() {
    return session.live().latest().alarms();
  }

  Alarm alarm() {
    return active().stream().filter(a -> !a.isSystem()).findFirst().orElseThrow();
  }

  List<String> told() {
    return sent.stream().map(n -> n.channel() + " " + n.personId()).toList();
  }
}
