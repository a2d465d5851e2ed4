package ai.cryox.backend.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change of what must survive a restart. Changes are applied in their order.
public sealed interface SessionChange {
  /// A session begins, goes on or is left.
  ///
  /// @param expiry how long it lasts without a connection
  /// @param leftAt since when there is none; `null` = there is one
  record Kept(String clientId, Duration expiry, @Nullable Instant leftAt)
      implements SessionChange {}

  /// A session ends, with all that belongs to it.
  record Ended(String clientId) implements SessionChange {}

  /// A subscription, in the place of one with the same filter.
  record Subscribed(String clientId, Subscription subscription) implements SessionChange {}

  /// A subscription is no more.
  record Unsubscribed(String clientId, TopicFilter filter) implements SessionChange {}

  /// A message waits for the client.
  record Waiting(String clientId, StoredMessage message) implements SessionChange {}

  /// The client has a message with QoS 2 (PUBREC): its number is all that is still needed.
  record Received(String clientId, long sequence) implements SessionChange {}

  /// A message needs no more care.
  record Settled(String clientId, long sequence) implements SessionChange {}

  /// A message with QoS 2 from the client is safe: the same number is the same message until
  /// PUBREL.
  record Remembered(String clientId, int packetId) implements SessionChange {}

  /// The client's number may be used again.
  record Forgotten(String clientId, int packetId) implements SessionChange {}

  /// A topic's retained message.
  record Retained(Publication publication) implements SessionChange {}

  /// A topic has no retained message any more.
  record TakenBack(String topic) implements SessionChange {}
}
