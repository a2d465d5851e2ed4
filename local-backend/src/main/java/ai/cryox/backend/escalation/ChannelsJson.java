package ai.cryox.backend.escalation;

import ai.cryox.core.escalation.ChannelSettings.Email;
import ai.cryox.core.escalation.ChannelSettings.MailSecurity;
import ai.cryox.core.escalation.ChannelSettings.Sms;
import ai.cryox.core.escalation.ChannelSettings.Teams;
import ai.cryox.core.escalation.ChannelSettings.Webhook;
import ai.cryox.core.escalation.Channels;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How the channels are set up, as JSON: how it is stored, and how the API speaks of it. There is
/// never a secret in it.
public final class ChannelsJson {
  private ChannelsJson() {}

  /// Writes settings, as UTF-8.
  public static byte[] write(Channels channels) {
    Map<String, Object> email = new LinkedHashMap<>();
    email.put("enabled", channels.email().enabled());
    email.put("host", channels.email().host());
    email.put("port", channels.email().port());
    email.put("security", channels.email().security().name());
    email.put("user", channels.email().user());
    email.put("from", channels.email().from());
    Map<String, Object> sms = new LinkedHashMap<>();
    sms.put("enabled", channels.sms().enabled());
    sms.put("url", channels.sms().url());
    sms.put("user", channels.sms().user());
    sms.put("from", channels.sms().from());
    Map<String, Object> webhook = new LinkedHashMap<>();
    webhook.put("enabled", channels.webhook().enabled());
    webhook.put("url", channels.webhook().url());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("email", email);
    json.put("sms", sms);
    json.put("teams", Map.of("enabled", channels.teams().enabled()));
    json.put("webhook", webhook);
    return JsonTree.write(json);
  }

  /// Reads settings; a channel that is left out is off.
  ///
  /// @throws IllegalArgumentException if they are none, with a sentence
  public static Channels read(byte[] utf8) {
    JsonMembers json =
        new JsonMembers(JsonTree.read(utf8), "the channels", "email", "sms", "teams", "webhook");
    JsonMembers teams = new JsonMembers(json.object("teams"), "teams", "enabled");
    JsonMembers webhook = new JsonMembers(json.object("webhook"), "webhook", "enabled", "url");
    return new Channels(
        json.has("email") ? email(json.object("email")) : Channels.NONE.email(),
        json.has("sms") ? sms(json.object("sms")) : Channels.NONE.sms(),
        new Teams(teams.flag("enabled")),
        new Webhook(webhook.flag("enabled"), text(webhook, "url")));
  }

  private static Email email(Object json) {
    JsonMembers email =
        new JsonMembers(json, "email", "enabled", "host", "port", "security", "user", "from");
    MailSecurity security =
        email.has("security")
            ? email.parsed("security", s -> MailSecurity.valueOf(s.toUpperCase(Locale.ROOT)))
            : MailSecurity.STARTTLS;
    return new Email(
        email.flag("enabled"),
        text(email, "host"),
        email.whole("port"),
        security,
        text(email, "user"),
        text(email, "from"));
  }

  private static Sms sms(Object json) {
    JsonMembers sms = new JsonMembers(json, "sms", "enabled", "url", "user", "from");
    return new Sms(sms.flag("enabled"), text(sms, "url"), text(sms, "user"), text(sms, "from"));
  }

  private static String text(JsonMembers json, String name) {
    return Objects.requireNonNullElse(json.optional(name), "").strip();
  }
}
