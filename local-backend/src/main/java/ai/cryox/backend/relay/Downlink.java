package ai.cryox.backend.relay;

import java.util.concurrent.CompletableFuture;

/// How the backend itself speaks to MQTT clients. Any thread; returns at once.
public interface Downlink {
  /// What became of a message to one client.
  enum Outcome {
    /// The client is connected and subscribes: it is on its way.
    SENT,
    /// The client is away, its session waits: it is stored and goes out when the client comes back.
    QUEUED,
    /// The client does not subscribe to the topic, is away with nothing kept (QoS 0 is never kept),
    /// or has too much waiting already.
    UNHEARD
  }

  /// Sends to one client, if it subscribes to the topic; to nobody else, whoever subscribes. Never
  /// retained.
  ///
  /// @return completed with what became of it, after the commit where something had to be stored
  CompletableFuture<Outcome> send(String clientId, Publication publication);

  /// Sends to everybody who subscribes to the topic, and retains it if it says so.
  ///
  /// @return completed after the commit where something had to be stored
  CompletableFuture<Void> publish(Publication publication);

  /// Whether the client is connected now and subscribes to the topic.
  boolean isListening(String clientId, String topic);
}
