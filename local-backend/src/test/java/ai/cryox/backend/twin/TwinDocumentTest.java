package ai.cryox.backend.twin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwinDocumentTest {
  private static TwinValue.Group patch(String json) {
    return TwinDocument.patch(json.getBytes(UTF_8));
  }

  private static String merged(String before, String patch) {
    return TwinProperties.stored(before, 1).patched(patch(patch)).json();
  }

  private static String nested(int deep) {
    return "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|{\"a\":1}|{\"a\":1}",
        "{\"a\":1,\"b\":2}|{\"a\":null}|{\"b\":2}",
        "{\"a\":{\"x\":1,\"y\":2}}|{\"a\":{\"x\":null,\"z\":3}}|{\"a\":{\"y\":2,\"z\":3}}",
        "{\"a\":1}|{\"a\":{\"x\":null,\"y\":true}}|{\"a\":{\"y\":true}}",
        "{\"a\":{\"x\":1}}|{\"a\":[1,{\"x\":2}]}|{\"a\":[1,{\"x\":2}]}",
        "{\"a\":[1,2]}|{\"a\":[3]}|{\"a\":[3]}",
        "{\"a\":1}|{\"gone\":null}|{\"a\":1}",
        "{\"a\":1}|{}|{\"a\":1}"
      })
  void aPatchIsMerged(String before, String patch, String after) {
    assertEquals(after, merged(before, patch));
  }

  @Test
  void everyChangeRaisesTheVersionOfItsHalfOnly() {
    TwinDocument twin = TwinDocument.EMPTY;
    TwinDocument next = twin.withReported(twin.reported().patched(patch("{\"a\":1}")));
    assertEquals(2, next.reported().version());
    assertEquals(1, next.desired().version());
  }

  @Test
  void numbersAndLettersStayAsTheyWereWritten() {
    String json = "{\"n\":-18.50,\"e\":1E+3,\"i\":4503599627370495,\"ü\":\"µ \\\" \\u0001 😀\"}";
    assertEquals(json, merged("{}", json));
  }

  @Test
  void aDeviceGetsBothHalvesWithTheirVersions() {
    TwinDocument twin =
        new TwinDocument(
            TwinProperties.stored("{\"samplingRate\":30}", 4),
            TwinProperties.stored("{\"battery\":{\"percent\":55}}", 9));
    assertEquals(
        "{\"desired\":{\"samplingRate\":30,\"$version\":4},"
            + "\"reported\":{\"battery\":{\"percent\":55},\"$version\":9}}",
        new String(twin.forDevice(), UTF_8));
    assertEquals(
        "{\"route\":null,\"$version\":4}",
        new String(twin.notice(patch("{\"route\":null}")), UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|must be a JSON object",
        "null|must be a JSON object",
        "[1]|must be a JSON object",
        "{} {}|nothing more",
        "{\"a\":|not JSON that can be used",
        "{\"a\":1,\"a\":2}|Duplicate",
        "{\"$version\":1}|must not contain",
        "{\"a.b\":1}|must not contain",
        "{\"a b\":1}|must not contain",
        "{\"a\\u0085\":1}|must not contain",
        "{\"\":1}|1 to 1024 bytes",
        "{\"a\":[null]}|array must not contain null",
        "{\"a\":4503599627370496}|whole number must be",
        "{\"a\":-4503599627370497}|whole number must be",
        "{\"a\":1e999999999}|too large",
        "{\"a\":NaN}|not JSON that can be used"
      })
  void whatIotHubRefusesIsRefused(String json, String words) {
    RefusedException refused = assertThrows(RefusedException.class, () -> patch(json));
    assertEquals(Reason.MALFORMED, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
  }

  @Test
  void brokenUtf8IsRefused() {
    byte[] broken = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
    assertThrows(RefusedException.class, () -> TwinDocument.patch(broken));
  }

  @Test
  void objectsLieTenDeepAndNoDeeper() {
    assertEquals(nested(11), merged("{}", nested(11)));
    assertThrows(RefusedException.class, () -> patch(nested(12)));
    assertThrows(
        RefusedException.class, () -> patch("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000)));
  }

  @Test
  void namesAndStringsHaveLimitsInBytes() {
    patch("{\"" + "é".repeat(512) + "\":\"" + "é".repeat(2048) + "\"}");
    assertThrows(RefusedException.class, () -> patch("{\"" + "é".repeat(513) + "\":1}"));
    assertThrows(RefusedException.class, () -> patch("{\"a\":\"" + "é".repeat(2049) + "\"}"));
  }

  @Test
  void halfATwinHas32KilobytesAndNoMore() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 8; i++) {
      json.append("\"").append(i).append("\":\"").append("x".repeat(4095)).append("\",");
    }
    TwinProperties full =
        TwinProperties.NONE.patched(patch(json.substring(0, json.length() - 1) + "}"));
    assertEquals(2, full.version());
    RefusedException refused =
        assertThrows(RefusedException.class, () -> full.patched(patch("{\"8\":1}")));
    assertEquals(Reason.TOO_LARGE, refused.reason());
    assertEquals("{}", merged("{\"a\":\"" + "x".repeat(4096) + "\"}", "{\"a\":null}"));
    assertEquals(3, full.patched(patch("{\"7\":null,\"8\":1}")).version());
  }

  @Test
  void sizeIsCountedAsIotHubCounts() {
    assertEquals(
        1 + 8 + 1 + 4 + 2 + 2,
        TwinLimits.size(patch("{\"a\":1.25,\"b\":true,\"é\":\"x\\n\\u0085y\"}")));
    assertEquals(1 + 1 + 8 + 4, TwinLimits.size(patch("{\"a\":{\"b\":[1,false]},\"c\":null}")) - 1);
  }
}
