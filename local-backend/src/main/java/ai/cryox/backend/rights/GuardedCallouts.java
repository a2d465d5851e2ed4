package ai.cryox.backend.rights;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What one person may see and change of who is called. The plan and the channels are common to all
/// facilities; what was sent belongs to those of its alarms.
record GuardedCallouts(Callouts callouts, Rights rights, Whereabouts where) implements Callouts {
  @Override
  public CalloutPlan plan() {
    rights.requireSomewhere(Action.WATCH);
    return callouts.plan();
  }

  @Override
  public CalloutPlan savePlan(CalloutPlan plan) {
    rights.requireEverywhere(Action.EDIT_CALLOUTS);
    return callouts.savePlan(plan);
  }

  @Override
  public Channels channels() {
    rights.requireSomewhere(Action.WATCH);
    return callouts.channels();
  }

  @Override
  public Channels saveChannels(Channels channels) {
    rights.requireEverywhere(Action.EDIT_CHANNELS);
    return callouts.saveChannels(channels);
  }

  @Override
  public Set<SecretName> secrets() {
    rights.requireSomewhere(Action.WATCH);
    return callouts.secrets();
  }

  @Override
  public void saveSecret(SecretName name, char[] secret) {
    rights.requireEverywhere(Action.EDIT_CHANNELS);
    callouts.saveSecret(name, secret);
  }

  @Override
  public List<Notification> notifications(String alarmId) {
    rights.requireSomewhere(Action.WATCH);
    return rights.mayNotKnow(where.ofAlarm(alarmId)) ? List.of() : callouts.notifications(alarmId);
  }

  @Override
  public Page<Notification> recent(PageRequest page) {
    rights.requireSomewhere(Action.WATCH);
    return rights.watchesEverything()
        ? callouts.recent(page)
        : VisiblePages.of(page, callouts::recent, this::isVisible);
  }

  private boolean isVisible(Notification notification) {
    return notification.alarmIds().stream().map(where::ofAlarm).allMatch(rights::watches);
  }

  @Override
  public List<Escalation> escalations() {
    return callouts.escalations().stream()
        .filter(escalation -> rights.watches(where.ofAlarm(escalation.alarmId())))
        .toList();
  }

  @Override
  public void shown(Collection<String> alarmIds) {
    rights.requireSomewhere(Action.WATCH);
    callouts.shown(
        alarmIds.stream().filter(alarmId -> rights.watches(where.ofAlarm(alarmId))).toList());
  }

  @Override
  public Notification test(ChannelKind channel, String personId) {
    rights.requireEverywhere(Action.DRILL);
    return callouts.test(channel, personId);
  }

  @Override
  public Alarm drill(String deviceId, double temperature) {
    rights.requireEverywhere(Action.DRILL);
    return callouts.drill(deviceId, temperature);
  }

  @Override
  public void endDrill(String alarmId) {
    rights.requireEverywhere(Action.DRILL);
    callouts.endDrill(alarmId);
  }
}
