package ai.cryox.backend.relay;

import ai.cryox.backend.relay.Downlink.Outcome;
import ai.cryox.backend.relay.Subscription.RetainHandling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings publications to those who subscribe. Guarded by the relay's lock.
final class Distribution {
  private final SubscriptionTree<ClientSession> tree = new SubscriptionTree<>();
  private final RelayLimits limits;
  private final RetainedMessages retained;
  private final Deliveries deliveries;

  Distribution(RelayLimits limits, Deliveries deliveries) {
    this.limits = limits;
    this.deliveries = deliveries;
    this.retained = new RetainedMessages(limits.retained(), limits.retainedBytes());
  }

  /// Puts back what was stored; what has expired since takes no room any more, here or there.
  void restore(Publication publication, Step step, Instant now) {
    if (publication.isExpired(now)) {
      step.store(new SessionChange.TakenBack(publication.topic()));
    } else {
      retained.put(publication);
    }
  }

  /// What one session gets of one publication: once, however many of its subscriptions match.
  private static final class Share {
    int qos;
    boolean asPublished;
    final List<Integer> identifiers = new ArrayList<>();

    void add(Subscription subscription) {
      qos = Math.max(qos, subscription.qos());
      asPublished |= subscription.asPublished();
      if (subscription.identifier() > 0) {
        identifiers.add(subscription.identifier());
      }
    }
  }

  /// Sends it to everybody who subscribes, and retains it if it says so.
  ///
  /// @param from who published it, or `null`
  void publish(@Nullable ClientSession from, Publication publication, Step step, Instant now) {
    if (publication.retain()) {
      retain(publication, step, now);
    }
    shares(from, publication.topic())
        .forEach((session, share) ->
            deliveries.send(
                session,
                publication,
                Math.min(share.qos, publication.qos()),
                share.asPublished && publication.retain(),
                share.identifiers,
                step));
  }

  private Map<ClientSession, Share> shares(@Nullable ClientSession from, String topic) {
    Map<ClientSession, Share> shares = new LinkedHashMap<>();
    tree.match(
        topic,
        new SubscriptionTree.Matches<>() {
          @Override
          public void plain(ClientSession session, Subscription subscription) {
            if (!subscription.noLocal() || session != from) {
              shares.computeIfAbsent(session, key -> new Share()).add(subscription);
            }
          }

          @Override
          public void shared(ShareGroup<ClientSession> group) {
            ClientSession next = group.next(session -> session.link() != null);
            if (next != null) {
              shares.computeIfAbsent(next, key -> new Share()).add(group.subscription(next));
            }
          }
        });
    return shares;
  }

  private void retain(Publication publication, Step step, Instant now) {
    String topic = publication.topic();
    if (publication.payload().length == 0) {
      if (retained.remove(topic)) {
        step.store(new SessionChange.TakenBack(topic));
      }
      return;
    }
    for (String emptied : retained.makeRoomFor(publication, now)) {
      step.store(new SessionChange.TakenBack(emptied));
    }
    if (retained.put(publication)) {
      step.store(new SessionChange.Retained(publication));
    } else {
      deliveries.countDropped();
    }
  }

  /// Sends to one session alone.
  Outcome sendTo(ClientSession session, Publication publication, Step step) {
    Share share = new Share();
    boolean subscribed = false;
    for (Subscription subscription : session.subscriptions().values()) {
      if (subscription.filter().share() == null
          && subscription.filter().matches(publication.topic())) {
        share.add(subscription);
        subscribed = true;
      }
    }
    return subscribed
        ? deliveries.send(
            session,
            publication,
            Math.min(share.qos, publication.qos()),
            false,
            share.identifiers,
            step)
        : Outcome.UNHEARD;
  }

  /// @return `false` if the session has too many already
  boolean subscribe(ClientSession session, Subscription subscription, Step step, Instant now) {
    String filter = subscription.filter().text();
    boolean isNew = !session.subscriptions().containsKey(filter);
    if (isNew && session.subscriptions().size() >= limits.subscriptions()) {
      return false;
    }
    session.put(subscription);
    tree.put(session, subscription);
    if (session.isStored()) {
      step.store(new SessionChange.Subscribed(session.clientId(), subscription));
    }
    RetainHandling handling = subscription.retainHandling();
    boolean wanted =
        handling == RetainHandling.ALWAYS || (handling == RetainHandling.IF_NEW && isNew);
    if (wanted && subscription.filter().share() == null) {
      sendRetained(session, subscription, step, now);
    }
    return true;
  }

  private void sendRetained(
      ClientSession session, Subscription subscription, Step step, Instant now) {
    List<Integer> identifiers =
        subscription.identifier() > 0 ? List.of(subscription.identifier()) : List.of();
    for (Publication publication : retained.matching(subscription.filter(), now)) {
      int qos = Math.min(subscription.qos(), publication.qos());
      deliveries.send(session, publication, qos, true, identifiers, step);
    }
  }

  /// @return whether the session had it
  boolean unsubscribe(ClientSession session, TopicFilter filter, Step step) {
    if (session.subscriptions().remove(filter.text()) == null) {
      return false;
    }
    tree.remove(session, filter);
    if (session.isStored()) {
      step.store(new SessionChange.Unsubscribed(session.clientId(), filter));
    }
    return true;
  }

  /// Lets a session that was stored hear again.
  void enter(ClientSession session) {
    session.subscriptions().values().forEach(subscription -> tree.put(session, subscription));
  }

  /// The session hears no more.
  void leave(ClientSession session) {
    session.subscriptions().values().forEach(gone -> tree.remove(session, gone.filter()));
  }
}
