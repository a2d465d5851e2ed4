package ai.cryox.connectors.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
  @Test
  void takesTheUsualPortsAndBothWaysOfWriting() {
    assertEquals(new BrokerAddress("h", 1883, false), BrokerAddress.parse("tcp://h"));
    assertEquals(new BrokerAddress("h", 1884, false), BrokerAddress.parse(" mqtt://h:1884/ "));
    assertEquals(new BrokerAddress("h", 8883, true), BrokerAddress.parse("ssl://h"));
    assertEquals(new BrokerAddress("[::1]", 8883, true), BrokerAddress.parse("MQTTS://[::1]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h",
        "h:1883",
        "http://h",
        "tcp://",
        "tcp://h:0",
        "tcp://h:65536",
        "tcp://h:x",
        "tcp://h/path",
        "tcp://h?x=1",
        "tcp://a b",
        "tcp://h_h:1883:1"
      })
  void refusesNonsenseWithASentence(String text) {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> BrokerAddress.parse(text));
    assertEquals(
        "'%s' is no broker's address; write it like tcp://broker.example:1883 or ssl://broker.example:8883."
            .formatted(text),
        refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://me:secret@h", "tcp://me:secret@h:x:y", "ftp://me:secret@h"})
  void neverRepeatsAPassword(String text) {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> BrokerAddress.parse(text));
    assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
  }
}
