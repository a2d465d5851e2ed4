package ai.cryox.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The known answers come from Azure's Python sample and from `openssl dgst -sha256 -mac HMAC`.
class SasTokenTest {
  private static final byte[] KEY =
      Base64.getDecoder().decode("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String SR = "sr=hub.example.net%2Fdevices%2Ftemp_001";
  private static final String SIG = "sig=BmPWcDiWH3HDwh3Z6YT%2FiFbdKFPbelCZYSSvxJO3MS4%3D";
  private static final String SE = "se=1795435200";
  private static final String KNOWN = token(SR, SIG, SE);

  private static String token(String... parts) {
    return "SharedAccessSignature " + String.join("&", parts);
  }

  private static SasToken parsed(String text) {
    @Nullable SasToken token = SasToken.parse(text);
    assertNotNull(token, text);
    return token;
  }

  @Test
  void makesTheTokenThatAzuresOwnSampleMakes() {
    assertEquals(KNOWN, SasToken.make("hub.example.net", "temp_001", KEY, NOON));
  }

  @Test
  void readsItsPartsInAnyOrder() {
    for (String text : new String[] {KNOWN, token(SE, SR, SIG), token(SIG, "skn=", SE, SR)}) {
      SasToken token = parsed(text);
      assertTrue(token.isSignedWith(KEY), text);
      assertTrue(token.isFor("temp_001"), text);
      assertEquals(NOON, token.expiresAt());
    }
  }

  @Test
  void verifiesTheResourceExactlyAsItCame() {
    String lowerCase = "sr=hub.example.net%2fdevices%2ftemp_001";
    assertFalse(parsed(token(lowerCase, SIG, SE)).isSignedWith(KEY));
    String itsOwn = "sig=xJU%2B0qUrH87NQ2GxvBdQtC4kOt5ouRWX5JN9PHQzyRg%3D";
    assertTrue(parsed(token(lowerCase, itsOwn, SE)).isSignedWith(KEY));
    String unescaped = "sig=xJU+0qUrH87NQ2GxvBdQtC4kOt5ouRWX5JN9PHQzyRg=";
    assertTrue(parsed(token(lowerCase, unescaped, SE)).isSignedWith(KEY));
  }

  @Test
  void anotherKeyOrAnotherExpiryIsNotSigned() {
    assertFalse(parsed(KNOWN).isSignedWith(new byte[32]));
    assertFalse(parsed(token(SR, SIG, "se=1795435201")).isSignedWith(KEY));
  }

  @Test
  void opensOneDeviceAndNoOther() {
    SasToken token = parsed(KNOWN);
    assertFalse(token.isFor("temp_00"));
    assertFalse(token.isFor("temp_0011"));
    assertFalse(token.isFor("TEMP_001"));
    assertTrue(parsed(SasToken.make("h", "a%b", KEY, NOON)).isFor("a%b"));
    assertTrue(parsed(token("sr=h%2fdevices%2fd%2fapi-version%3d2016-11-14", SIG, SE)).isFor("d"));
    assertFalse(parsed(token("sr=hub.example.net", SIG, SE)).isFor("temp_001"));
  }

  @Test
  void aTokenOfAHubPolicyOpensNothing() {
    assertFalse(parsed(token(SR, SIG, SE, "skn=iothubowner")).isFor("temp_001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SharedAccessSignature",
        "SharedAccessSignature ",
        "SharedAccessSignature &&&",
        "SharedAccessSignature =",
        "sharedaccesssignature sr=a&sig=YQ==&se=1",
        "SharedAccessSignature sr=a&sig=YQ==",
        "SharedAccessSignature sr=a&se=1",
        "SharedAccessSignature sig=YQ==&se=1",
        "SharedAccessSignature sr=a&sr=b&sig=YQ==&se=1",
        "SharedAccessSignature sr=a&sig=YQ==&se=1&x=2",
        "SharedAccessSignature sr=a&sig=***&se=1",
        "SharedAccessSignature sr=a&sig=%zz&se=1",
        "SharedAccessSignature sr=a&sig=YQ==&se=-1",
        "SharedAccessSignature sr=a&sig=YQ==&se=1e9",
        "SharedAccessSignature sr=a&sig=YQ==&se=9999999999999",
        "SharedAccessSignature sr=a&sig=YQ==&se=\u0661",
      })
  void whatIsGarbledIsNoToken(String text) {
    assertNull(SasToken.parse(text));
  }

  @Test
  void neverShowsItsSignature() {
    assertFalse(parsed(KNOWN).toString().contains("BmPW"));
  }
}
