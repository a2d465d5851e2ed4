package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.openapi.OpenApi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DescriptionRoutesTest extends WithApi {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  @Test
  void everyAddressIsDescribedAndEveryDescribedAddressIsThere() {
    Set<String> described = new HashSet<>();
    JsonNode paths = MAPPER.readTree(OpenApi.document()).get("paths");
    for (String path : paths.propertyNames()) {
      for (String method : METHODS) {
        if (paths.get(path).has(method)) {
          described.add(method + " " + path);
        }
      }
    }
    // These are there where there are control access and accounts.
    assertTrue(described.remove("post /api/v1/control/{area}/{verb}"));
    assertTrue(
        described.removeIf(address -> address.matches(".* (/api/v1/(session|me)|/oauth2/).*")));
    assertEquals(new HashSet<>(api.server.addresses()), described);
  }

  @Test
  void everyOperationSaysWhetherTheSeedHasIt() {
    JsonNode paths = MAPPER.readTree(OpenApi.document()).get("paths");
    List<String> seed = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String path : paths.propertyNames()) {
      for (String method : METHODS) {
        JsonNode operation = paths.get(path).get(method);
        if (operation != null) {
          assertTrue(ids.add(operation.get("operationId").asString()), path);
          String origin = operation.get("x-origin").asString();
          assertTrue(Set.of("seed", "extension").contains(origin), path);
          if (origin.equals("seed") && !operation.has("deprecated")) {
            seed.add(operation.get("operationId").asString());
          }
        }
      }
    }
    assertEquals(List.of("listReadings", "listFacilityAlerts", "configureDevice"), seed);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = MAPPER.readTree(OpenApi.document());
    var references =
        Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
            .matcher(new String(OpenApi.document(), StandardCharsets.UTF_8));
    int found = 0;
    while (references.find()) {
      assertFalse(document.at(references.group(1)).isMissingNode(), references::group);
      found++;
    }
    assertTrue(found > 100, "references: " + found);
  }

  @Test
  void theOlderDocumentHasNoWordsOfTheNewer() throws Exception {
    HttpResponse<String> answer = api.get("/openapi-3.0.json");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().startsWith("{\"openapi\":\"3.0.3\""), answer.body());
    assertFalse(answer.body().contains("\"null\""));
    assertFalse(answer.body().contains("\"type\":["));
    assertFalse(answer.body().contains("\"examples\":["));
    assertTrue(answer.body().contains("\"nullable\":true"));
  }

  @Test
  void thePageAndWhatItIsMadeOfComeFromHereAlone() throws Exception {
    HttpResponse<String> page = api.get("/api");
    assertEquals(200, page.statusCode());
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .startsWith("default-src 'none'; script-src 'self';"));
    var files = Pattern.compile("(?:src|href)=\"(/api/[^\"]+)\"").matcher(page.body());
    int found = 0;
    while (files.find()) {
      HttpResponse<String> file = api.get(files.group(1));
      assertEquals(200, file.statusCode(), files.group(1));
      found++;
    }
    assertEquals(5, found);
    assertFalse(page.body().contains("http://") || page.body().contains("https://"), page.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"swagger-ui.js", "pom.properties", "..%2Fpage.js"})
  void nothingElseOfTheLibraryIsServed(String file) throws Exception {
    HttpResponse<String> answer = api.get("/api/page/" + file);
    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, answer::body);
  }
}
