package ai.cryox.core.escalation;

import ai.cryox.core.escalation.ChannelSettings.Email;
import ai.cryox.core.escalation.ChannelSettings.MailSecurity;
import ai.cryox.core.escalation.ChannelSettings.Sms;
import ai.cryox.core.escalation.ChannelSettings.Teams;
import ai.cryox.core.escalation.ChannelSettings.Webhook;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// How all channels are set up. The desktop needs nothing.
public record Channels(Email email, Sms sms, Teams teams, Webhook webhook) {
  /// None is set up.
  public static final Channels NONE =
      new Channels(
          new Email(false, "", 587, MailSecurity.STARTTLS, "", ""),
          new Sms(
              false, "https://api.twilio.com/2010-04-01/Accounts/ACCOUNT/Messages.json", "", ""),
          new Teams(false),
          new Webhook(false, ""));

  private Stream<ChannelSettings> all() {
    return Stream.of(email, sms, teams, webhook);
  }

  /// The settings of one channel; not of the desktop, which has none.
  ///
  /// @throws IllegalArgumentException for the desktop
  public ChannelSettings of(ChannelKind kind) {
    return all()
        .filter(settings -> settings.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind + " has no settings"));
  }

  /// The channels that may be used, the desktop always.
  public Set<ChannelKind> enabled() {
    Set<ChannelKind> enabled = EnumSet.of(ChannelKind.DESKTOP);
    all().filter(ChannelSettings::enabled).map(ChannelSettings::kind).forEach(enabled::add);
    return enabled;
  }

  /// Why these settings cannot be saved, each in a sentence; empty if they can.
  public List<String> problems() {
    return all().map(ChannelSettings::problem).filter(Objects::nonNull).toList();
  }
}
