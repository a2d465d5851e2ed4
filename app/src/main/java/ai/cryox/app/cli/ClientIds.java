package ai.cryox.app.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// By which name this installation introduces itself to brokers when nobody says otherwise: always
/// the same for one data folder on one machine, so that a broker finds the session again, and
/// another one for every other.
final class ClientIds {
  private static final int DIGITS = 8;

  private ClientIds() {}

  static String usual(Path folder) {
    return "cryox-" + digest(hostName() + "\n" + folder).substring(0, DIGITS);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "";
    }
  }
}
