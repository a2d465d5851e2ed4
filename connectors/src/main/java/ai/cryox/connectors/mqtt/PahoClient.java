package ai.cryox.connectors.mqtt;

import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// What both Pahos have in common. Their types have the same names and nothing else, so each is
/// asked in a class of its own; how long that may take, and what it means when it fails, is here.
abstract sealed class PahoClient implements BrokerClient permits Paho3Client, Paho5Client {
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

  /// From here on, what a SUBACK says of a filter is a refusal, in both versions.
  private static final int REFUSED = 0x80;

  final BrokerSettings settings;
  final @Nullable SSLSocketFactory sockets;
  final Events events;
  final BrokerAnswers answers;

  PahoClient(
      BrokerSettings settings, String clientId, @Nullable SSLSocketFactory sockets, Events events) {
    this.settings = settings;
    this.sockets = sockets;
    this.events = events;
    this.answers = new BrokerAnswers(settings.address(), clientId);
  }

  /// Something that Paho is asked for.
  interface Question<T> {
    T ask() throws Exception;
  }

  /// Something that Paho is told to do.
  interface Order {
    void give() throws Exception;
  }

  abstract void askToConnect() throws Exception;

  /// @return what the broker says of each filter
  abstract int[] askToSubscribe(List<String> filters) throws Exception;

  abstract void askToUnsubscribe(String[] filters) throws Exception;

  abstract void askToAcknowledge(int packetId) throws Exception;

  abstract void askToClose() throws Exception;

  /// What a failure means if the broker itself says so, in a code; `null` if it does not.
  abstract @Nullable LinkFailure answer(Throwable problem);

  @Override
  public final void connect() throws LinkException {
    order(this::askToConnect);
  }

  @Override
  public final void subscribe(List<String> filters) throws LinkException {
    int[] said = question(() -> askToSubscribe(filters));
    for (int i = 0; i < said.length; i++) {
      if (said[i] >= REFUSED) {
        throw new LinkException(answers.refusedFilter(filters.get(i)));
      }
    }
  }

  @Override
  public final void unsubscribe(List<String> filters) throws LinkException {
    order(() -> askToUnsubscribe(filters.toArray(String[]::new)));
  }

  @Override
  public final void acknowledge(int packetId) throws LinkException {
    order(() -> askToAcknowledge(packetId));
  }

  @Override
  public final void close() {
    try {
      askToClose();
    } catch (Exception alreadyGone) {
      events.lost(failure(alreadyGone));
    }
  }

  final <T> T question(Question<T> question) throws LinkException {
    try {
      return question.ask();
    } catch (Exception failed) {
      throw new LinkException(failure(failed), failed);
    }
  }

  private void order(Order order) throws LinkException {
    try {
      order.give();
    } catch (Exception failed) {
      throw new LinkException(failure(failed), failed);
    }
  }

  /// What it means that something failed.
  final LinkFailure failure(Throwable problem) {
    LinkFailure answer = answer(problem);
    LinkFailure known = answer == null ? NetworkFailures.of(problem, settings.address()) : answer;
    return known == null
        ? LinkFailure.passing(
            "The connection to %s failed: %s."
                .formatted(settings.address().name(), problem.getMessage()))
        : known;
  }

  final LinkFailure closed() {
    return LinkFailure.passing("%s closed the connection.".formatted(settings.address().name()));
  }
}
