package ai.cryox.connectors.mqtt;

import java.util.List;

/// One MQTT connection from its first attempt to its end; never used again after that.
interface BrokerClient {
  /// What a client tells of itself, on threads of its own.
  interface Events {
    /// A message came; the socket is not read on while this waits.
    void arrived(Publication publication);

    /// The connection is gone. Not told of a connection that was closed on our side.
    void lost(LinkFailure why);
  }

  /// Connects and waits for the broker's word.
  void connect() throws LinkException;

  /// Subscribes with QoS 1 and waits for the broker's word.
  void subscribe(List<String> filters) throws LinkException;

  /// Gives up subscriptions that an older session may hold; waits for the broker's word.
  void unsubscribe(List<String> filters) throws LinkException;

  /// Says that a message of QoS 1 is safe.
  void acknowledge(int packetId) throws LinkException;

  /// Sends what is still to be sent, says goodbye, and frees everything.
  void close();
}
