package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotebookRoutesTest extends WithApi {
  private static final String ROOT = "/api/v1/notebook/";

  /// The smallest picture there is, one pixel.
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private HttpResponse<String> put(String part, String body) throws Exception {
    return api.send(api.request(ROOT + part).PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void aNoteStandsThereWithWhoWroteItAndOnceHoweverOftenItIsSent() throws Exception {
    String note = "{\"deviceId\":\"temp_001\",\"words\":\"Door seal ordered.\"}";
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer =
          api.send(
              api.request(ROOT + "notes")
                  .header("Idempotency-Key", "one")
                  .POST(BodyPublishers.ofString(note)));
      assertEquals(200, answer.statusCode(), answer.body());
    }
    String notes = api.get(ROOT + "notes?deviceId=temp_001").body();
    assertEquals(2, notes.split("Door seal ordered.", -1).length, notes);
    assertTrue(notes.contains("Ada"), notes);
    assertEquals("{\"items\":[]}", api.get(ROOT + "notes?deviceId=temp_009").body());
  }

  @Test
  void aPictureIsPutInPlaceOfAnotherAndTakenAway() throws Exception {
    String photo = ROOT + "photo?deviceId=temp_001";
    assertEquals("{\"items\":[]}", api.get(photo).body());
    HttpResponse<String> saved =
        put("photo", "{\"deviceId\":\"temp_001\",\"data\":\"" + PNG + "\"}");
    assertEquals(204, saved.statusCode(), saved.body());
    assertTrue(api.get(photo).body().contains(PNG), () -> "another picture came back");
    for (int i = 0; i < 2; i++) {
      assertEquals(204, api.send(api.request(photo).DELETE()).statusCode());
      assertEquals("{\"items\":[]}", api.get(photo).body());
    }
  }

  @Test
  void groupsOfCurvesAreReplacedAsAWhole() throws Exception {
    String groups =
        "{\"items\":[{\"name\":\"Dock\",\"pens\":[{\"deviceId\":\"temp_001\",\"quantity\":\"TEMPERATURE\"}]}]}";
    assertEquals(200, put("pen-groups", groups).statusCode());
    assertTrue(api.get(ROOT + "pen-groups").body().contains("\"name\":\"Dock\""));
    assertEquals(200, put("pen-groups", "{\"items\":[]}").statusCode());
    assertEquals("{\"items\":[]}", api.get(ROOT + "pen-groups").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notes | {\"deviceId\":\"nobody\",\"words\":\"x\"} | nobody",
        "notes | {\"deviceId\":\"temp_001\",\"words\":\" \"} | words",
        "notes | {\"deviceId\":\"temp_001\"} | words",
        "capa |"
            + " {\"deviceId\":\"temp_001\",\"condition\":\"HIGH\",\"start\":\"2024-12-01T14:00:00Z\",\"after\":0,\"cause\":\"door\",\"corrective\":\"\",\"preventive\":\"\",\"responsible\":\"\",\"done\":false}"
            + " | excursion",
        "capa |"
            + " {\"deviceId\":\"temp_001\",\"condition\":\"WARM\",\"start\":\"2024-12-01T14:00:00Z\",\"after\":0,\"cause\":\"door\",\"corrective\":\"\",\"preventive\":\"\",\"responsible\":\"\",\"done\":false}"
            + " | WARM",
      })
  void nonsenseIsRefusedInASentence(String part, String body, String word) throws Exception {
    HttpResponse<String> answer = api.post(ROOT + part, body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(word), answer::body);
    assertEquals("{\"items\":[]}", api.get(ROOT + part + "?deviceId=temp_001").body());
  }

  @Test
  void whatIsNoPictureIsNoneAndNobodyIsAskedAboutAllDevices() throws Exception {
    HttpResponse<String> gif = put("photo", "{\"deviceId\":\"temp_001\",\"data\":\"R0lGODlh\"}");
    assertEquals(400, gif.statusCode(), gif.body());
    for (String part : new String[] {"notes", "capa", "photo", "calibrations"}) {
      HttpResponse<String> answer = api.get(ROOT + part);
      assertEquals(400, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("deviceId"), answer::body);
    }
  }
}
