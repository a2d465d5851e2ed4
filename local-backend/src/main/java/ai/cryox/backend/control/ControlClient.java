package ai.cryox.backend.control;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Control;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Control calls to a backend in another process of this machine.
public final class ControlClient implements Control, AutoCloseable {
  /// Longer than the backend itself waits for a commit.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ControlFile file;
  private final HttpClient http;

  /// @param file says where the backend answers
  public ControlClient(ControlFile file) {
    this.file = file;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(ProxySelector.of(null))
            .connectTimeout(PATIENCE)
            .build();
  }

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    HttpRequest request =
        HttpRequest.newBuilder(file.api().resolve("/api/v1/control/" + call))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + file.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(ControlJson.write(with)))
            .build();
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() == 200) {
      return ControlJson.readRows(answer.body());
    }
    String detail = detail(answer);
    if (answer.statusCode() == 400) {
      throw new IllegalArgumentException(detail);
    }
    throw new BackendException("The backend at %s refuses: %s".formatted(file.api(), detail));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new BackendException(
          "The backend at %s does not answer (%s). If it has crashed, start it again."
              .formatted(file.api(), failed),
          failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BackendException("The wait for the backend was broken off.", stop);
    }
  }

  private static String detail(HttpResponse<byte[]> answer) {
    try {
      return ControlJson.read(answer.body())
          .getOrDefault("detail", "it answers " + answer.statusCode());
    } catch (IllegalArgumentException noProblem) {
      return "it answers " + answer.statusCode() + ".";
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
