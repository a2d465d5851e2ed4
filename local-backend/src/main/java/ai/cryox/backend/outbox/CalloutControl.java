package ai.cryox.backend.outbox;

import ai.cryox.backend.escalation.ChannelsJson;
import ai.cryox.backend.escalation.PlanJson;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.Control;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.SecretName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// The calls `callout/…`: texts in, texts out.
///
/// @param sends whether anything can go out of this backend now
record CalloutControl(Callouts callouts, BooleanSupplier sends) implements Control {
  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    return switch (call) {
      case "callout/plan" -> json(PlanJson.write(callouts.plan()));
      case "callout/save-plan" ->
          json(PlanJson.write(callouts.savePlan(PlanJson.read(utf8(with, "json")))));
      case "callout/channels" -> json(ChannelsJson.write(callouts.channels()));
      case "callout/save-channels" ->
          json(ChannelsJson.write(callouts.saveChannels(ChannelsJson.read(utf8(with, "json")))));
      case "callout/secret" -> secret(with);
      case "callout/drill" -> drill(with);
      case "callout/reached" ->
          callouts.notifications(text(with, "alarmId")).stream().map(CalloutControl::row).toList();
      case "callout/end-drill" -> {
        callouts.endDrill(text(with, "alarmId"));
        yield List.of(Map.of());
      }
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    };
  }

  private static List<Map<String, String>> json(byte[] utf8) {
    return List.of(Map.of("json", new String(utf8, StandardCharsets.UTF_8)));
  }

  private static byte[] utf8(Map<String, String> with, String name) {
    return text(with, name).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Map<String, String> with, String name) {
    String text = with.get(name);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("'%s' is missing.".formatted(name));
    }
    return text;
  }

  private List<Map<String, String>> secret(Map<String, String> with) {
    String name = text(with, "name");
    SecretName known =
        Arrays.stream(SecretName.values())
            .filter(one -> one.wireName().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "There is no secret '%s'; there are %s."
                        .formatted(
                            name,
                            Arrays.stream(SecretName.values())
                                .map(SecretName::wireName)
                                .collect(Collectors.joining(", ")))));
    callouts.saveSecret(known, with.getOrDefault("secret", "").toCharArray());
    return List.of(Map.of());
  }

  private List<Map<String, String>> drill(Map<String, String> with) {
    if (!sends.getAsBoolean()) {
      throw new IllegalArgumentException(
          "No backend runs on this data folder, so nobody could be called. Start one with `cryox"
              + " serve` or `cryox console`.");
    }
    Alarm alarm = callouts.drill(text(with, "deviceId"), degrees(text(with, "temperature")));
    return List.of(
        Map.of(
            "alarmId", alarm.alarmId(),
            "severity", alarm.severity().name(),
            "condition", alarm.condition().name(),
            "limit", Double.toString(alarm.limit())));
  }

  private static double degrees(String text) {
    try {
      double degrees = Double.parseDouble(text);
      if (Double.isFinite(degrees)) {
        return degrees;
      }
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException("'%s' is no temperature.".formatted(text), none);
    }
    throw new IllegalArgumentException("'%s' is no temperature.".formatted(text));
  }

  private static Map<String, String> row(Notification notification) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("notificationId", notification.notificationId());
    row.put("channel", notification.channel().wireName());
    row.put("recipient", notification.recipient());
    row.put("state", notification.state().name());
    row.put("createdAt", notification.createdAt().toString());
    Instant deliveredAt = notification.deliveredAt();
    if (deliveredAt != null) {
      row.put("deliveredAt", deliveredAt.toString());
    }
    row.put("receipt", notification.receipt());
    row.put("failure", notification.failure());
    return row;
  }
}
