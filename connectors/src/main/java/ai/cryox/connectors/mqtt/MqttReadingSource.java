package ai.cryox.connectors.mqtt;

import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.reading.PayloadDecoder;
import ai.cryox.core.reading.ReadingSink;
import ai.cryox.core.reading.ReadingSource;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Takes readings from one external MQTT broker.
///
/// The broker keeps a session for every connection, so that what is published while we are away, or
/// was not committed yet, comes again. At least once on the wire, once in the store.
public final class MqttReadingSource implements ReadingSource {
  private final List<BrokerLink> links;

  /// Reads the files of the settings; connects to nothing yet.
  ///
  /// @param random decides how long to wait between attempts
  /// @throws LinkSettingsException if a file cannot be used
  public MqttReadingSource(
      BrokerSettings settings,
      PayloadDecoder decoder,
      ReadingSink sink,
      InstantSource clock,
      SplittableGenerator random) {
    BrokerConnection.ClientFactory factory = factory(settings);
    Arrivals arrivals = new Arrivals(settings.address().name(), decoder, clock);
    links =
        IntStream.rangeClosed(1, settings.connections())
            .mapToObj(number ->
                new BrokerLink(
                    settings,
                    number,
                    factory,
                    arrivals,
                    sink,
                    backOff(settings, random.split()),
                    new LinkLamp(settings.linkName(number), clock, settings.connectingWords())))
            .toList();
  }

  private static BackOff backOff(BrokerSettings settings, RandomGenerator random) {
    return new BackOff(settings.pace(), random);
  }

  private static BrokerConnection.ClientFactory factory(BrokerSettings settings) {
    @Nullable SSLSocketFactory sockets =
        settings.address().tls() ? new TlsSockets(settings.tls()).factory() : null;
    return switch (settings.version()) {
      case THREE -> (clientId, events) -> new Paho3Client(settings, clientId, sockets, events);
      case FIVE -> (clientId, events) -> new Paho5Client(settings, clientId, sockets, events);
    };
  }

  @Override
  public void start() {
    links.forEach(BrokerLink::start);
  }

  @Override
  public List<LinkStatus> links() {
    return links.stream().map(BrokerLink::status).toList();
  }

  @Override
  public void close() {
    links.forEach(BrokerLink::close);
    try {
      for (BrokerLink link : links) {
        link.awaitEnd();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
