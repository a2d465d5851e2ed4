package ai.cryox.backend.outbox;

import ai.cryox.backend.escalation.ChannelsJson;
import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.escalation.PlanJson;
import ai.cryox.backend.escalation.Subject;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.Patience;
import ai.cryox.backend.store.SqliteNotificationStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one person sees and does about calling people. Each change leaves a line in the audit
/// trail.
record LocalCallouts(
    EscalationDesk desk,
    SqliteNotificationStore store,
    Drills drills,
    Attributed person,
    Secrets vault,
    Supplier<Outbox> outbox,
    LiveFeed live)
    implements Callouts {
  private static final Duration LONGEST_TEST = Duration.ofSeconds(90);

  @Override
  public CalloutPlan plan() {
    return desk.plan();
  }

  @Override
  public CalloutPlan savePlan(CalloutPlan plan) {
    refuse(plan.problems());
    return person.change(batch -> {
      CalloutPlan before = desk.plan();
      desk.replace(plan, batch);
      note(
          "callouts.plan",
          "%d people, %d rosters, %d policies, %d mute schedules."
              .formatted(
                  plan.persons().size(),
                  plan.rosters().size(),
                  plan.policies().size(),
                  plan.mutes().size()),
          batch);
      change(text(PlanJson.write(before)), text(PlanJson.write(plan)), batch);
      return plan;
    });
  }

  @Override
  public Channels channels() {
    return desk.channels();
  }

  @Override
  public Channels saveChannels(Channels channels) {
    refuse(channels.problems());
    return person.change(batch -> {
      Channels before = desk.channels();
      desk.replace(channels, batch);
      note("callouts.channels", "In use: %s.".formatted(channels.enabled()), batch);
      change(text(ChannelsJson.write(before)), text(ChannelsJson.write(channels)), batch);
      return channels;
    });
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", problems));
    }
  }

  @Override
  public Set<SecretName> secrets() {
    return vault.names();
  }

  @Override
  public void saveSecret(SecretName name, char[] secret) {
    vault.write(name, secret);
    person.change(batch -> {
      String done = secret.length == 0 ? "removed" : "set";
      return note("callouts.secret", "%s was %s.".formatted(name.wireName(), done), batch);
    });
  }

  @Override
  public List<Notification> notifications(String alarmId) {
    return ask(() -> store.of(alarmId));
  }

  @Override
  public Page<Notification> recent(PageRequest page) {
    return ask(() -> store.recent(page));
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreException failed) {
      throw new BackendException(String.valueOf(failed.getMessage()), failed);
    }
  }

  @Override
  public List<Escalation> escalations() {
    return live.latest().escalations();
  }

  @Override
  public void shown(Collection<String> alarmIds) {
    List<String> ids = List.copyOf(alarmIds);
    person.change(batch -> {
      desk.shown(ids, batch);
      return true;
    });
  }

  @Override
  public Notification test(ChannelKind channel, String personId) {
    if (channel == ChannelKind.DESKTOP || !desk.channels().of(channel).enabled()) {
      throw new IllegalArgumentException(
          "The channel %s is not set up; switch it on first.".formatted(channel.wireName()));
    }
    if (!outbox.get().sends(channel)) {
      throw new IllegalArgumentException(
          "This backend does not send by %s.".formatted(channel.wireName()));
    }
    Person addressee = channel.isPersonal() ? addressee(channel, personId) : null;
    CompletableFuture<Notification> settled = new CompletableFuture<>();
    person.change(batch -> {
      Notification test = desk.test(channel, addressee, batch);
      outbox.get().whenSettled(test.notificationId()).thenAccept(settled::complete);
      return note("callouts.test", "%s to %s.".formatted(channel, test.recipient()), batch);
    });
    return Patience.await(settled, LONGEST_TEST);
  }

  private Person addressee(ChannelKind channel, String personId) {
    @Nullable Person person = desk.plan().person(personId).orElse(null);
    if (person == null || person.address(channel) == null) {
      throw new IllegalArgumentException(
          "'%s' has no address for %s.".formatted(personId, channel.wireName()));
    }
    return person;
  }

  @Override
  public Alarm drill(String deviceId, double temperature) {
    return person.change(batch -> {
      Alarm alarm = drills.begin(deviceId, temperature, person.name(), batch);
      note("callouts.drill", "Drill of %s begun.".formatted(deviceId), batch);
      return alarm;
    });
  }

  @Override
  public void endDrill(String alarmId) {
    person.change(batch -> {
      live.latest().alarms().stream()
          .filter(alarm -> alarm.alarmId().equals(alarmId) && Subject.isDrill(alarm))
          .forEach(alarm -> drills.end(alarm, person.name(), batch));
      return note("callouts.drill", "Drill %s ended.".formatted(alarmId), batch);
    });
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /// Of the line that was just noted.
  private static void change(String before, String after, Batch batch) {
    batch.audit.set(batch.audit.size() - 1, batch.audit.getLast().changing(before, after));
  }

  private boolean note(String what, String sentence, Batch batch) {
    return batch.audit.add(person.done(batch, what, null, sentence));
  }
}
