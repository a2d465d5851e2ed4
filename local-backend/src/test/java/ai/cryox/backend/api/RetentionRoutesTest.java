package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetentionRoutesTest extends WithApi {
  private HttpResponse<String> put(String path) throws IOException, InterruptedException {
    return api.send(api.request(path).PUT(BodyPublishers.noBody()));
  }

  @Test
  void whatIsSaidOfAFacilityIsThereAtOnce() throws Exception {
    assertEquals("{\"days\":{}}", api.get("/api/v1/retention").body());
    assertEquals(200, put("/api/v1/retention/warehouse_001?days=400").statusCode());
    assertEquals(200, put("/api/v1/retention/*?days=800").statusCode());
    String body = api.get("/api/v1/retention").body();
    assertTrue(body.contains("\"warehouse_001\":400"), body);
    assertTrue(body.contains("\"*\":800"), body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?days=0", "?days=-1", "?days=many", "", "?days=99999999"})
  void aNumberThatMakesNoSenseIsRefused(String days) throws Exception {
    HttpResponse<String> answer = put("/api/v1/retention/warehouse_001" + days);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("days must be"), answer.body());
  }
}
