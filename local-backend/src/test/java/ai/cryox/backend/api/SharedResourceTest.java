package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// What people change together: nobody overwrites what they have not seen.
final class SharedResourceTest extends WithApi {
  private static final String ROUTES = "/api/v1/routes";
  private static final String PROFILE = "/api/v1/profiles/mine";

  private HttpResponse<String> put(String path, String body, String... headers) throws Exception {
    var request = api.request(path).PUT(BodyPublishers.ofString(body));
    return api.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String profile(double limit) {
    return "{\"profileId\":\"mine\",\"name\":\"Mine\",\"limits\":{\"highHigh\":{\"value\":"
        + limit
        + ",\"deadband\":0.5,\"onDelay\":\"PT0S\",\"offDelay\":\"PT1M\"}}}";
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void routesAreReplacedOnlyAsTheyWereSeen() throws Exception {
    HttpResponse<String> seen = api.get(ROUTES);
    HttpResponse<String> saved = put(ROUTES, "{\"routes\":[]}", "If-Match", etag(seen));
    assertEquals(200, saved.statusCode(), saved.body());
    assertNotEquals(etag(seen), etag(saved));
    assertEquals(etag(saved), etag(api.get(ROUTES)));
    assertEquals(412, put(ROUTES, "{\"routes\":[]}", "If-Match", etag(seen)).statusCode());
    assertEquals(200, put(ROUTES, "{\"routes\":[]}", "If-Match", "*").statusCode());
  }

  @Test
  void aProfileIsChangedAndRemovedOnlyAsItWasSeen() throws Exception {
    assertEquals(412, put(PROFILE, profile(7), "If-Match", "*").statusCode());
    HttpResponse<String> made = put(PROFILE, profile(7), "If-None-Match", "*");
    assertEquals(200, made.statusCode(), made.body());
    assertEquals(412, put(PROFILE, profile(8), "If-None-Match", "*").statusCode());
    HttpResponse<String> changed = put(PROFILE, profile(8), "If-Match", etag(made));
    assertEquals(200, changed.statusCode(), changed.body());
    assertEquals(412, put(PROFILE, profile(9), "If-Match", etag(made)).statusCode());
    HttpResponse<String> late =
        api.send(api.request(PROFILE).header("If-Match", etag(made)).DELETE());
    assertEquals(412, late.statusCode(), late.body());
    HttpResponse<String> gone =
        api.send(api.request(PROFILE).header("If-Match", etag(api.get(PROFILE))).DELETE());
    assertEquals(204, gone.statusCode(), gone.body());
    assertEquals(404, api.get(PROFILE).statusCode());
  }

  @Test
  void thePastMayBeKeptByTheCallerWhoMustAskWhetherItIsStillSo() throws Exception {
    String path = "/api/v1/alerts";
    HttpResponse<String> seen = api.get(path);
    assertEquals("private, max-age=0", seen.headers().firstValue("Cache-Control").orElseThrow());
    HttpResponse<String> again =
        api.send(api.request(path).header("If-None-Match", etag(seen)).GET());
    assertEquals(304, again.statusCode());
    assertEquals(
        "no-store", api.get("/api/v1/devices").headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() throws Exception {
    String tag = etag(api.get("/api/v1/profiles"));
    HttpResponse<String> again =
        api.send(api.request("/api/v1/profiles").header("If-None-Match", tag).GET());
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, etag(again));
  }
}
