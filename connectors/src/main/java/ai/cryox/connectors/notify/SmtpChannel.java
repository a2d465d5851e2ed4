package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.ChannelSettings.Email;
import ai.cryox.core.escalation.ChannelSettings.MailSecurity;
import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Mail by SMTP (RFC 5321), with STARTTLS (RFC 3207) or TLS (RFC 8314) and a sign-in.
///
/// The notification's id makes the `Message-ID`, so that a mail that was sent twice because nobody
/// knew whether it had arrived is one mail for the recipient's mailbox.
public final class SmtpChannel implements NotificationChannel {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 20_000;

  private final @Nullable SSLSocketFactory tls;
  private final int silenceMillis;

  /// Trusts the certificates that Java trusts.
  public SmtpChannel() {
    this(null, SILENCE_MILLIS);
  }

  /// @param tls makes sockets with another trust, or `null`
  /// @param silenceMillis how long a server may say nothing
  SmtpChannel(@Nullable SSLSocketFactory tls, int silenceMillis) {
    this.tls = tls;
    this.silenceMillis = silenceMillis;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Outcome send(Notification notification, ChannelSettings settings, Secrets secrets) {
    return send(notification, Optional.empty(), settings, secrets);
  }

  @Override
  public Outcome send(
      Notification notification, Enclosure enclosure, ChannelSettings settings, Secrets secrets) {
    return send(notification, Optional.of(enclosure), settings, secrets);
  }

  private Outcome send(
      Notification notification,
      Optional<Enclosure> enclosure,
      ChannelSettings settings,
      Secrets secrets) {
    if (!(settings instanceof Email email)) {
      throw new AssertionError("settings of another channel: " + settings);
    }
    char[] password = email.user().isEmpty() ? null : secrets.read(SecretName.EMAIL_PASSWORD);
    if (!email.user().isEmpty() && password == null) {
      return new Refused("There is no password for the mail server; enter it.");
    }
    try {
      return send(notification, enclosure, email, password == null ? null : new String(password));
    } catch (MessagingException failed) {
      return MailFailures.of(failed, email);
    } finally {
      if (password != null) {
        Arrays.fill(password, '\0');
      }
    }
  }

  private Outcome send(
      Notification notification,
      Optional<Enclosure> enclosure,
      Email email,
      @Nullable String password)
      throws MessagingException {
    Session session = Session.getInstance(properties(email));
    MimeMessage message = message(notification, enclosure, email, session);
    Address[] to = message.getAllRecipients();
    String user = email.user().isEmpty() ? null : email.user();
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      transport.connect(email.host(), email.port(), user, password);
      transport.sendMessage(message, to);
      String answer = String.valueOf(transport.getLastServerResponse()).strip();
      return new Delivered(answer.lines().findFirst().orElse("taken"));
    }
  }

  private Properties properties(Email email) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
    properties.put("mail.smtp.timeout", Integer.toString(silenceMillis));
    properties.put("mail.smtp.writetimeout", Integer.toString(silenceMillis));
    properties.put("mail.smtp.auth", Boolean.toString(!email.user().isEmpty()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.quitwait", "false");
    boolean startTls = email.security() == MailSecurity.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    boolean fromFirst = email.security() == MailSecurity.TLS;
    properties.put("mail.smtp.ssl.enable", Boolean.toString(fromFirst));
    if (tls != null) {
      properties.put("mail.smtp.ssl.socketFactory", tls);
    }
    return properties;
  }

  private static MimeMessage message(
      Notification notification, Optional<Enclosure> enclosure, Email email, Session session)
      throws MessagingException {
    InternetAddress from = new InternetAddress(email.from(), true);
    String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    MimeMessage message = new Identified(session, notification.notificationId() + "@" + domain);
    message.setFrom(from);
    message.setRecipient(
        MimeMessage.RecipientType.TO, new InternetAddress(notification.address(), true));
    message.setSubject(oneLine(notification.subject()), StandardCharsets.UTF_8.name());
    if (enclosure.isPresent()) {
      message.setContent(parts(notification.text(), enclosure.get()));
    } else {
      message.setText(notification.text(), StandardCharsets.UTF_8.name());
    }
    message.setSentDate(Date.from(notification.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Cryox-Notification", notification.notificationId());
    message.saveChanges();
    return message;
  }

  private static MimeMultipart parts(String text, Enclosure enclosure) throws MessagingException {
    MimeBodyPart words = new MimeBodyPart();
    words.setText(text, StandardCharsets.UTF_8.name());
    MimeBodyPart document = new MimeBodyPart();
    document.setDataHandler(
        new DataHandler(new ByteArrayDataSource(enclosure.bytes(), enclosure.type())));
    document.setFileName(oneLine(enclosure.name()));
    document.setDisposition(Part.ATTACHMENT);
    return new MimeMultipart(words, document);
  }

  /// A device's name must not be able to add a header.
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /// A message whose id is ours and stays the same in every attempt.
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
