package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RateLimitTest {
  @Test
  void whoAsksTooOftenIsToldWhenToComeBack(@TempDir Path folder) throws Exception {
    try (ApiFixture api =
        new ApiFixture(
            folder, (_, plain) -> plain.withRequestsPerHour(2).withLimitOnThisMachine())) {
      HttpResponse<String> first = api.get("/api/v1/devices");
      assertEquals(200, first.statusCode());
      assertEquals("\"hour\";q=2;w=3600", header(first, "RateLimit-Policy"));
      assertEquals("\"hour\";r=1;t=1800", header(first, "RateLimit"));
      assertEquals(404, api.get("/api/v1/nothing").statusCode());
      HttpResponse<String> refused = api.get("/api/v1/devices");
      assertEquals(429, refused.statusCode());
      assertEquals("application/problem+json", header(refused, "Content-Type"));
      assertEquals("1800", header(refused, "Retry-After"));
      assertEquals("\"hour\";r=0;t=3600", header(refused, "RateLimit"));
      assertTrue(refused.body().contains("More than 2 requests in an hour"), refused.body());
      assertEquals(200, api.get("/health/live").statusCode());
    }
  }

  @Test
  void callersOfThisMachineAreNotCounted(@TempDir Path folder) throws Exception {
    try (ApiFixture api = new ApiFixture(folder, (_, plain) -> plain.withRequestsPerHour(1))) {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer = api.get("/api/v1/devices");
        assertEquals(200, answer.statusCode());
        assertEquals("", header(answer, "RateLimit"));
      }
    }
  }

  @Test
  void anIpv6NetworkIsOneCaller() {
    assertEquals(RateLimit.network("2001:db8::1"), RateLimit.network("2001:db8::ffff:2"));
    assertNotEquals(RateLimit.network("2001:db8::1"), RateLimit.network("2001:db8:0:1::1"));
    assertNotEquals(RateLimit.network("192.0.2.1"), RateLimit.network("192.0.2.2"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
