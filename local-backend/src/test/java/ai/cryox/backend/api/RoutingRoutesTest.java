package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoutingRoutesTest extends WithApi {
  private static final String ROUTES = "/api/v1/routes";
  private static final String FALLBACK =
      "{\"name\":\"$fallback\",\"source\":\"DeviceMessages\",\"condition\":\"true\",\"endpoint\":\"events\",\"enabled\":true}";

  private HttpResponse<String> put(String body) throws IOException, InterruptedException {
    return api.send(api.request(ROUTES).PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void theRoutesAreShownInTheSeedsWordsAndMayBePutBack() throws Exception {
    String shown = api.get(ROUTES).body();
    assertTrue(
        shown.startsWith(
            "{\"routes\":[{\"name\":\"temperature-data\",\"source\":\"DeviceMessages\",\"condition\":\"deviceId"
                + " LIKE 'temp_%'\",\"endpoint\":\"temperature\",\"enabled\":true},"),
        shown);
    assertTrue(shown.endsWith(FALLBACK + "]}"), shown);
    HttpResponse<String> answer = put(shown);
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals(shown, answer.body());
    assertEquals(RouteTable.DEFAULT.routes(), api.session.routes());
  }

  @Test
  void theSeedsOwnDocumentIsTakenAndKeepsTheFallback() throws Exception {
    HttpResponse<String> answer =
        put(
            """
            {
              "routes": [
                {
                  "name": "temperature-data",
                  "source": "DeviceMessages",
                  "condition": "deviceId LIKE 'temp_%'",
                  "endpoint": "temperature-processing-function"
                },
                {
                  "name": "alert-data",
                  "source": "DeviceMessages",
                  "condition": "properties.alert = 'true'",
                  "endpoint": "alert-processing-function"
                },
                {
                  "name": "device-telemetry",
                  "source": "DeviceMessages",
                  "condition": "properties.messageType = 'telemetry'",
                  "endpoint": "telemetry-processing-function"
                }
              ]
            }
            """);
    assertEquals(200, answer.statusCode(), answer::body);
    assertTrue(answer.body().endsWith(FALLBACK + "]}"), answer::body);
    assertEquals(
        List.of("temperature-data", "alert-data", "device-telemetry", "$fallback"),
        api.session.routes().stream().map(Route::name).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"deviceId\":\"temp_001\"}|temperature-data",
        "{\"deviceId\":\"temp_001\",\"properties\":{\"alert\":\"true\"}}|temperature-data,alert-data",
        "{\"deviceId\":\"door_1\",\"facilityId\":\"w1\",\"properties\":{}}|$fallback",
      })
  void aMessageCanBeTested(String body, String names) throws Exception {
    HttpResponse<String> answer = api.post(ROUTES + "/test", body);
    assertEquals(200, answer.statusCode(), answer::body);
    String found =
        String.join(
            ",",
            Pattern.compile("\"name\":\"([^\"]*)\"")
                .matcher(answer.body())
                .results()
                .map(name -> name.group(1))
                .toList());
    assertEquals(names, found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|must have a member routes",
        "{\"routes\":{}}|routes must be an array",
        "{\"routes\":[7]}|A route must be an object",
        "{\"routes\":[],\"fallback\":true}|unknown member 'fallback'",
        "{\"routes\":[{\"name\":\"a\",\"condition\":\"true\"}]}|A member endpoint is missing",
        "{\"routes\":[{\"name\":\"a\",\"condition\":\"true\",\"endpoint\":\"sea\"}]}|no endpoint"
            + " 'sea'; temperature, telemetry",
        "{\"routes\":[{\"name\":\"a\",\"condition\":true,\"endpoint\":\"alert\"}]}|condition must"
            + " be a text",
        "{\"routes\":[{\"name\":\"a\",\"condition\":\"true\",\"endpoint\":\"alert\",\"enabled\":1}]}|enabled"
            + " must be true or false",
        "{\"routes\":[{\"name\":\"a\",\"condition\":\"true\",\"endpoint\":\"alert\",\"source\":\"Twin\"}]}|source"
            + " must be DeviceMessages",
        "{\"routes\":[{\"name\":\"a\",\"condition\":\"true\",\"endpoint\":\"alert\",\"colour\":\"red\"}]}|unknown"
            + " member 'routes.colour'",
        "{\"routes\":[{\"name\":\"a\",\"condition\":\"b = 1\",\"endpoint\":\"alert\"}]}|condition"
            + " of route a cannot be used. At character 5",
        "{\"routes\":[{\"name\":\"$fallback\",\"condition\":\"false\",\"endpoint\":\"events\"}]}|can"
            + " only be enabled or disabled",
        "[]|The body must be a JSON object",
      })
  void aBodyThatMakesNoSenseIsRefusedAndNothingChanges(String body, String sentence)
      throws Exception {
    HttpResponse<String> answer = put(body);
    assertEquals(400, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains(sentence), answer::body);
    assertEquals(RouteTable.DEFAULT.routes(), api.session.routes());
  }

  @Test
  void aTestNeedsADevice() throws Exception {
    HttpResponse<String> answer = api.post(ROUTES + "/test", "{\"properties\":{\"a\":1}}");
    assertEquals(400, answer.statusCode());
    assertEquals(400, api.post(ROUTES + "/test", "{}").statusCode());
  }
}
