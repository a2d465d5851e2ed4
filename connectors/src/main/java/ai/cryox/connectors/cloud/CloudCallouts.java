package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/// Who hears of a server's alarms. Plan and channels are read whenever somebody looks at them: what
/// was changed elsewhere must not be overwritten unseen.
final class CloudCallouts implements Callouts {
  private static final TreeReader READER = TreeReader.lenient();

  private final CloudHttp http;
  private final LiveFeed live;

  CloudCallouts(CloudHttp http, LiveFeed live) {
    this.http = http;
    this.live = live;
  }

  private Tree get(HttpUrl url) {
    return Asking.ask(Action.WATCH, () -> http.get(Lane.HISTORY, url).tree());
  }

  private Tree send(Action action, String method, HttpUrl url, Object body) {
    return Asking.act(action, () -> http.send(method, url, body).tree());
  }

  private HttpUrl at(String... segments) {
    HttpUrl.Builder url = http.url("callouts");
    Arrays.stream(segments).forEach(url::addPathSegment);
    return url.build();
  }

  @Override
  public CalloutPlan plan() {
    return READER.read(CalloutPlan.class, get(at("plan")).members());
  }

  @Override
  public CalloutPlan savePlan(CalloutPlan plan) {
    Tree saved = send(Action.EDIT_CALLOUTS, "PUT", at("plan"), tree(plan));
    return READER.read(CalloutPlan.class, saved.members());
  }

  @Override
  public Channels channels() {
    return READER.read(Channels.class, get(at("channels")).members());
  }

  @Override
  public Channels saveChannels(Channels channels) {
    Tree saved = send(Action.EDIT_CHANNELS, "PUT", at("channels"), tree(channels));
    return READER.read(Channels.class, saved.members());
  }

  private static Object tree(Object value) {
    Object tree = TreeWriter.write(value);
    return tree == null ? Map.of() : tree;
  }

  @Override
  public Set<SecretName> secrets() {
    List<String> kept = get(at("secrets")).texts("items");
    return Arrays.stream(SecretName.values())
        .filter(name -> kept.contains(name.wireName()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void saveSecret(SecretName name, char[] secret) {
    String text = new String(secret);
    Arrays.fill(secret, '\0');
    send(Action.EDIT_CHANNELS, "PUT", at("secrets", name.wireName()), Map.of("secret", text));
  }

  @Override
  public List<Notification> notifications(String alarmId) {
    HttpUrl url = at("notifications").newBuilder().addQueryParameter("alertId", alarmId).build();
    return READER.list(Notification.class, get(url).values("items"));
  }

  @Override
  public Page<Notification> recent(PageRequest page) {
    HttpUrl.Builder url =
        at("notifications")
            .newBuilder()
            .addQueryParameter("pageSize", Integer.toString(page.size()));
    if (page.continuationToken() != null) {
      url.addQueryParameter("continuationToken", page.continuationToken());
    }
    Tree body = get(url.build());
    return new Page<>(
        READER.list(Notification.class, body.values("items")), body.text("continuationToken"));
  }

  @Override
  public List<Escalation> escalations() {
    return live.latest().escalations();
  }

  @Override
  public void shown(Collection<String> alarmIds) {
    send(Action.WATCH, "POST", at("shown"), Map.of("alertIds", List.copyOf(alarmIds)));
  }

  @Override
  public Notification test(ChannelKind channel, String personId) {
    Tree sent =
        send(
            Action.DRILL,
            "POST",
            at("test"),
            Map.of("channel", channel.name().toLowerCase(Locale.ROOT), "personId", personId));
    return READER.read(Notification.class, sent.members());
  }

  @Override
  public Alarm drill(String deviceId, double temperature) {
    return WireAlarms.read(
        send(
            Action.DRILL,
            "POST",
            at("drills"),
            Map.of("deviceId", deviceId, "temperature", temperature)));
  }

  @Override
  public void endDrill(String alarmId) {
    send(Action.DRILL, "POST", at("drills", "end"), Map.of("alertId", alarmId));
  }
}
