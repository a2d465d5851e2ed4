package ai.cryox.app.callouts;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.ChannelSettings.MailSecurity;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.SecretName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// How the channels are set up. Secrets go in and never come out. FX thread only.
final class ChannelForm {
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");

  private final Messages messages;
  private final Form form = new Form();
  private final Map<SecretName, PasswordField> secrets = new EnumMap<>(SecretName.class);
  private final CheckBox mailOn;
  private final TextField mailHost;
  private final Field<Integer> mailPort;
  private final Choice<MailSecurity> mailSecurity;
  private final TextField mailUser;
  private final TextField mailFrom;
  private final CheckBox smsOn;
  private final TextField smsUrl;
  private final TextField smsUser;
  private final TextField smsFrom;
  private final CheckBox teamsOn;
  private final CheckBox webhookOn;
  private final TextField webhookUrl;

  ChannelForm(Messages messages, Channels shown, Set<SecretName> kept) {
    this.messages = messages;
    form.heading(messages.text("channels.email"));
    mailOn = on(shown.email().enabled());
    mailHost = text("channels.host", shown.email().host());
    String port = messages.text("channels.port");
    mailPort = new Field<>(port, ChannelForm::port, messages.text("channels.noPort"));
    form.add(port, mailPort.with(String.valueOf(shown.email().port())).wide(84).node());
    mailSecurity =
        new Choice<>(
            "mail-security",
            List.of(MailSecurity.STARTTLS, MailSecurity.TLS, MailSecurity.NONE),
            one -> messages.of("security", one),
            _ -> {});
    mailSecurity.choose(shown.email().security());
    form.add(messages.text("channels.security"), mailSecurity.node());
    mailUser = text("channels.user", shown.email().user());
    secret("channels.password", SecretName.EMAIL_PASSWORD, kept);
    mailFrom = text("channels.from", shown.email().from());
    form.heading(messages.text("channels.sms"));
    smsOn = on(shown.sms().enabled());
    smsUrl = text("channels.url", shown.sms().url());
    smsUser = text("channels.user", shown.sms().user());
    secret("channels.password", SecretName.SMS_PASSWORD, kept);
    smsFrom = text("channels.from", shown.sms().from());
    form.heading(messages.text("channels.teams"));
    teamsOn = on(shown.teams().enabled());
    secret("channels.teamsUrl", SecretName.TEAMS_URL, kept);
    form.heading(messages.text("channels.webhook"));
    webhookOn = on(shown.webhook().enabled());
    webhookUrl = text("channels.url", shown.webhook().url());
    secret("channels.key", SecretName.WEBHOOK_KEY, kept);
  }

  private static @Nullable Integer port(String typed) {
    return PORT.matcher(typed.trim()).matches() ? Integer.valueOf(typed.trim()) : null;
  }

  private CheckBox on(boolean enabled) {
    CheckBox box = new CheckBox(messages.text("channels.on"));
    box.setSelected(enabled);
    form.wide(box);
    return box;
  }

  private TextField text(String key, String shown) {
    TextField field = new TextField(shown);
    field.setAccessibleText(messages.text(key));
    form.add(messages.text(key), field);
    return field;
  }

  private void secret(String key, SecretName name, Set<SecretName> kept) {
    PasswordField field = new PasswordField();
    field.setId("secret-" + name.wireName());
    field.setPromptText(messages.text(kept.contains(name) ? "channels.kept" : "channels.notKept"));
    field.setAccessibleText(messages.text(key));
    form.add(messages.text(key), field);
    secrets.put(name, field);
  }

  Node node() {
    return form.node();
  }

  /// What is wrong with what was typed, in a sentence; `null` if nothing is.
  @Nullable String nonsense() {
    return mailPort.value() == null ? mailPort.hint() : null;
  }

  /// The settings as they stand.
  Channels channels() {
    return new Channels(
        new ChannelSettings.Email(
            mailOn.isSelected(),
            mailHost.getText().trim(),
            Objects.requireNonNullElse(mailPort.value(), 0),
            mailSecurity.chosen(),
            mailUser.getText().trim(),
            mailFrom.getText().trim()),
        new ChannelSettings.Sms(
            smsOn.isSelected(),
            smsUrl.getText().trim(),
            smsUser.getText().trim(),
            smsFrom.getText().trim()),
        new ChannelSettings.Teams(teamsOn.isSelected()),
        new ChannelSettings.Webhook(webhookOn.isSelected(), webhookUrl.getText().trim()));
  }

  /// The secrets that somebody typed; whoever takes them wipes them.
  Map<SecretName, char[]> secrets() {
    Map<SecretName, char[]> typed = new EnumMap<>(SecretName.class);
    secrets.forEach((name, field) -> {
      if (!field.getText().isEmpty()) {
        typed.put(name, field.getText().toCharArray());
      }
    });
    return typed;
  }
}
