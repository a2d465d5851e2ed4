package ai.cryox.backend.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signing in as a client of the API does.
public final class Wire {
  private Wire() {}

  /// An access token of somebody with the usual password.
  public static String signIn(Facility facility, String signInName) {
    HttpResponse<String> answer = session(facility, signInName, Facility.PASSWORD);
    assertEquals(201, answer.statusCode(), answer.body());
    return member(answer.body(), "accessToken");
  }

  /// What the server answers to name and password.
  public static HttpResponse<String> session(
      Facility facility, String signInName, String password) {
    return facility.send(
        "POST",
        "/api/v1/session",
        null,
        "{\"signInName\":\"%s\",\"password\":\"%s\"}".formatted(signInName, password));
  }

  /// A text of a JSON object.
  public static String member(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertTrue(found.find(), () -> "no " + name + " in " + json);
    return found.group(1);
  }
}
