package ai.cryox.connectors.mqtt;

import java.nio.charset.StandardCharsets;

/// With which name and password a broker is entered. It never shows the password.
///
/// @param user the user name, not empty
/// @param password the password; may be empty
public record Login(String user, String password) {
  byte[] passwordBytes() {
    return password.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
