package ai.cryox.backend.endpoint;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.relay.TopicHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// A whole backend with its endpoint, over a real file; relays between clients.
final class RunningBackend implements AutoCloseable {
  private static final List<String> FILES = List.of("cryox.db", "cryox.db-wal");

  final LocalBackend backend;
  final MqttEndpoint endpoint;
  private final Path folder;

  RunningBackend(Path folder) {
    this(folder, TopicHandler.NONE);
  }

  RunningBackend(Path folder, TopicHandler handler) {
    this.folder = folder;
    long start = System.nanoTime();
    InstantSource clock = () -> EndpointFixture.NOW.plusNanos(System.nanoTime() - start);
    backend = new LocalBackend(BackendSettings.at(folder), clock);
    EndpointPorts ports =
        new EndpointPorts(EndpointFixture.TEMPERATURE, backend.sink(), backend.relay(), handler);
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    endpoint =
        new MqttEndpoint(
            EndpointSettings.at(anywhere).with(RelaySettings.on(List.of())), ports, clock);
    backend.start();
    endpoint.start();
  }

  RawClient raw() {
    return new RawClient(endpoint.port());
  }

  String uri() {
    return "tcp://127.0.0.1:" + endpoint.port();
  }

  /// What a `kill -9` at this moment would leave behind, in another folder.
  Path remains(Path into) {
    try {
      for (String file : FILES) {
        Files.copy(folder.resolve(file), Files.createDirectories(into).resolve(file));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return into;
  }

  @Override
  public void close() {
    endpoint.close();
    backend.close();
  }
}
