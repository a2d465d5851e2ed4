package ai.cryox.backend.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A time-stamp authority that is reached over HTTP.
///
/// @param address of the authority
public record HttpStampClient(URI address) implements StampClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public byte[] ask(byte[] request) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(address)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/timestamp-query")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("it answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException failed) {
      throw new ReportException(
          "The time-stamp authority %s gave no stamp: %s. Try again, or make the report without."
              .formatted(address, failed.getMessage()),
          failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ReportException("The report was broken off.", stop);
    }
  }
}
