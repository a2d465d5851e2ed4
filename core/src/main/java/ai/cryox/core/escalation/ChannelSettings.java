package ai.cryox.core.escalation;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a channel needs to know, without its secrets: these are named by {@link SecretName} and lie
/// in {@link Secrets}.
public sealed interface ChannelSettings {
  /// Which channel.
  ChannelKind kind();

  /// Whether it is used at all.
  boolean enabled();

  /// Why these settings make no sense, in a sentence; `null` if they do or the channel is off.
  @Nullable String problem();

  /// How a mail server is spoken to.
  enum MailSecurity {
    /// TLS from the first byte, usually on port 465.
    TLS,
    /// Plain at first, then TLS or nothing, usually on port 587.
    STARTTLS,
    /// In the clear. Only for a server on this machine.
    NONE
  }

  /// Mail by SMTP.
  ///
  /// @param host the server
  /// @param port 1 to 65535
  /// @param security how it is spoken to
  /// @param user who signs in with {@link SecretName#EMAIL_PASSWORD}; empty = nobody does
  /// @param from the sender's address
  record Email(
      boolean enabled, String host, int port, MailSecurity security, String user, String from)
      implements ChannelSettings {
    @Override
    public ChannelKind kind() {
      return ChannelKind.EMAIL;
    }

    @Override
    public @Nullable String problem() {
      if (!enabled) {
        return null;
      }
      if (host.isBlank() || port < 1 || port > 65_535) {
        return "E-mail needs a server and a port from 1 to 65535.";
      }
      return from.indexOf('@') > 0 ? null : "E-mail needs a sender's address.";
    }
  }

  /// Short messages by an HTTP gateway, in Twilio's form: POST of `To`, `From` and `Body` with
  /// basic authentication.
  ///
  /// @param url of the gateway
  /// @param user who signs in with {@link SecretName#SMS_PASSWORD}
  /// @param from the sender's number or name
  record Sms(boolean enabled, String url, String user, String from) implements ChannelSettings {
    @Override
    public ChannelKind kind() {
      return ChannelKind.SMS;
    }

    @Override
    public @Nullable String problem() {
      if (!enabled) {
        return null;
      }
      return isHttp(url) && !from.isBlank()
          ? null
          : "SMS needs the gateway's https:// address and a sender.";
    }
  }

  /// Cards for a Teams workflow. Its address opens the channel for anybody who knows it, so it is
  /// {@link SecretName#TEAMS_URL}.
  record Teams(boolean enabled) implements ChannelSettings {
    @Override
    public ChannelKind kind() {
      return ChannelKind.TEAMS;
    }

    @Override
    public @Nullable String problem() {
      return null;
    }
  }

  /// Signed HTTP calls; the key is {@link SecretName#WEBHOOK_KEY}.
  ///
  /// @param url that takes a POST of JSON
  record Webhook(boolean enabled, String url) implements ChannelSettings {
    @Override
    public ChannelKind kind() {
      return ChannelKind.WEBHOOK;
    }

    @Override
    public @Nullable String problem() {
      return !enabled || isHttp(url) ? null : "The webhook needs an https:// address.";
    }
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
