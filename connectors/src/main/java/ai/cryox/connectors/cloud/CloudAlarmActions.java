package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.people.Action;
import ai.cryox.core.tree.TreeWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people do to alarms of a server: one request each, however many alarms.
final class CloudAlarmActions implements AlarmActions {
  private final CloudHttp http;

  CloudAlarmActions(CloudHttp http) {
    this.http = http;
  }

  @Override
  public List<Alarm> acknowledge(Collection<String> alarmIds, String comment) {
    return named(Action.ACKNOWLEDGE, "acknowledge", alarmIds, comment);
  }

  @Override
  public List<Alarm> reset(Collection<String> alarmIds, String comment) {
    return named(Action.ACKNOWLEDGE, "reset", alarmIds, comment);
  }

  @Override
  public List<Alarm> shelve(Collection<AlarmKey> alarms, Duration lasting, String reason) {
    Map<String, @Nullable Object> body = keys(alarms);
    body.put("lasting", lasting.toString());
    body.put("reason", reason);
    return act(Action.SHELVE, "shelve", body);
  }

  @Override
  public List<Alarm> unshelve(Collection<AlarmKey> alarms, String comment) {
    Map<String, @Nullable Object> body = keys(alarms);
    body.put("comment", comment);
    return act(Action.SHELVE, "unshelve", body);
  }

  @Override
  public List<Alarm> takeOutOfService(Collection<AlarmKey> alarms, String reason) {
    Map<String, @Nullable Object> body = keys(alarms);
    body.put("reason", reason);
    return act(Action.TAKE_OUT_OF_SERVICE, "out-of-service", body);
  }

  @Override
  public List<Alarm> returnToService(Collection<AlarmKey> alarms, String comment) {
    Map<String, @Nullable Object> body = keys(alarms);
    body.put("comment", comment);
    return act(Action.TAKE_OUT_OF_SERVICE, "in-service", body);
  }

  private static Map<String, @Nullable Object> keys(Collection<AlarmKey> alarms) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("alarms", TreeWriter.list(AlarmKey.class, alarms));
    return body;
  }

  private List<Alarm> named(
      Action action, String verb, Collection<String> alarmIds, String comment) {
    return act(action, verb, Map.of("alertIds", List.copyOf(alarmIds), "comment", comment));
  }

  private List<Alarm> act(
      Action action, String verb, Map<String, ? extends @Nullable Object> body) {
    return Asking.act(
        action,
        () ->
            WireAlarms.read(
                http.send("POST", http.url("alerts", verb).build(), body).tree(), "items"));
  }
}
