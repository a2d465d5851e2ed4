package ai.cryox.connectors.mqtt;

/// What both Pahos have in common.
final class PahoTimes {
  /// So long making a socket may take.
  static final int CONNECT_SECONDS = 10;

  /// So long a broker may take to let us in.
  static final long ANSWER_MILLIS = 10_000;

  /// So long it may take until a subscription is confirmed: what waits in the session comes first.
  /// A connection that breaks meanwhile ends the wait at once.
  static final long SUBSCRIBED_MILLIS = 600_000;

  /// A connection that is silent so long is asked whether it still lives.
  static final int KEEP_ALIVE_SECONDS = 30;

  /// So long acknowledgements and a goodbye may take at the end.
  static final long LAST_WORDS_MILLIS = 100;

  private PahoTimes() {}

  /// What an exception means that is no answer of the broker.
  static LinkFailure failure(Throwable problem, BrokerAddress address) {
    LinkFailure network = NetworkFailures.of(problem, address);
    return network == null
        ? LinkFailure.passing(
            "The connection to %s failed: %s.".formatted(address.name(), problem.getMessage()))
        : network;
  }

  /// What it means that Paho waited in vain.
  static LinkFailure late(BrokerAddress address) {
    return LinkFailure.passing("%s did not answer in time.".formatted(address.name()));
  }

  static LinkFailure closed(BrokerAddress address) {
    return LinkFailure.passing("%s closed the connection.".formatted(address.name()));
  }
}
