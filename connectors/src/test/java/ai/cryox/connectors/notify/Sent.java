package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A notification to send, and secrets in memory.
final class Sent {
  static final String SECRET = "s3cr3t-ß";

  private Sent() {}

  static Notification to(ChannelKind channel, String address) {
    return about(channel, address, "KRITISCH: Kühlraum 3 zu warm, 9,4 °C");
  }

  static Notification about(ChannelKind channel, String address, String subject) {
    return new Notification(
        "6f1c",
        List.of("temp_001_HIGH_1"),
        channel,
        "anna",
        "Anna",
        address,
        subject,
        "Kühlraum 3 ist zu warm.\n.\nWas zu tun ist: Tür prüfen.",
        Map.of("alarmId", "temp_001_HIGH_1", "severity", "CRITICAL"),
        false,
        NotificationState.SENDING,
        1,
        Instant.parse("2026-03-01T03:00:00Z"),
        null,
        null,
        "",
        "");
  }

  static final class InMemory implements Secrets {
    private final Map<SecretName, String> secrets = new EnumMap<>(SecretName.class);

    InMemory with(SecretName name, String secret) {
      secrets.put(name, secret);
      return this;
    }

    @Override
    public char @Nullable [] read(SecretName name) {
      String secret = secrets.get(name);
      return secret == null ? null : secret.toCharArray();
    }

    @Override
    public void write(SecretName name, char[] secret) {
      secrets.put(name, new String(secret));
    }

    @Override
    public Set<SecretName> names() {
      return secrets.keySet();
    }
  }
}
