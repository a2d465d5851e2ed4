package ai.cryox.connectors.notify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings.Email;
import ai.cryox.core.escalation.ChannelSettings.MailSecurity;
import ai.cryox.core.escalation.Enclosure;
import ai.cryox.core.escalation.NotificationChannel.Delivered;
import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Outcome;
import ai.cryox.core.escalation.NotificationChannel.Refused;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail to real servers on real sockets.
class SmtpChannelTest {
  private static final Secrets SECRETS =
      new Sent.InMemory().with(SecretName.EMAIL_PASSWORD, Sent.SECRET);

  private static final int PATIENT_MILLIS = 10_000;

  @TempDir static Path folder;
  private static SSLContext tls;

  @BeforeAll
  static void makeKeys() throws Exception {
    tls = TestKeys.make(folder);
  }

  private static Email to(int port, MailSecurity security, String user) {
    return new Email(true, "localhost", port, security, user, "Cryox <cryox@cold.example>");
  }

  private static Outcome send(Email email) {
    return send(email, PATIENT_MILLIS);
  }

  private static Outcome send(Email email, int silenceMillis) {
    return new SmtpChannel(tls.getSocketFactory(), silenceMillis)
        .send(Sent.to(ChannelKind.EMAIL, "anna@cold.example"), email, SECRETS);
  }

  private static String refusal(Outcome outcome) {
    String why = assertInstanceOf(Refused.class, outcome).why();
    assertFalse(why.contains(Sent.SECRET), why);
    return why;
  }

  @Test
  void aMailArrivesWithItsWordsAndAnIdThatStaysTheSame() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      server.setUser("anna@cold.example", "cryox", Sent.SECRET);
      Email email = to(server.getSmtp().getPort(), MailSecurity.NONE, "cryox");
      assertInstanceOf(Delivered.class, send(email));
      assertInstanceOf(Delivered.class, send(email));
      MimeMessage[] mails = server.getReceivedMessages();
      assertEquals(2, mails.length);
      assertEquals("KRITISCH: Kühlraum 3 zu warm, 9,4 °C", mails[0].getSubject());
      assertEquals(
          "Kühlraum 3 ist zu warm.\r\n.\r\nWas zu tun ist: Tür prüfen.",
          mails[0].getContent().toString().strip());
      assertEquals("<6f1c@cold.example>", mails[0].getMessageID());
      assertEquals("<6f1c@cold.example>", mails[1].getMessageID());
    } finally {
      server.stop();
    }
  }

  @Test
  void aDocumentGoesAlongWithTheWordsByteForByte() throws Exception {
    byte[] pdf = new byte[300_000];
    new Random(7).nextBytes(pdf);
    GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      assertInstanceOf(
          Delivered.class,
          new SmtpChannel()
              .send(
                  Sent.to(ChannelKind.EMAIL, "anna@cold.example"),
                  new Enclosure("kühl\r\nX: y-2026-000001.pdf", "application/pdf", pdf),
                  to(server.getSmtp().getPort(), MailSecurity.NONE, ""),
                  SECRETS));
      MimeMessage mail = server.getReceivedMessages()[0];
      MimeMultipart parts = assertInstanceOf(MimeMultipart.class, mail.getContent());
      assertEquals(2, parts.getCount());
      assertTrue(parts.getBodyPart(0).getContent().toString().contains("Was zu tun ist"));
      assertEquals("<6f1c@cold.example>", mail.getMessageID());
      assertEquals(
          "kühl X: y-2026-000001.pdf", MimeUtility.decodeText(parts.getBodyPart(1).getFileName()));
      assertTrue(parts.getBodyPart(1).isMimeType("application/pdf"));
      assertArrayEquals(pdf, parts.getBodyPart(1).getInputStream().readAllBytes());
      assertNull(mail.getHeader("X"));
    } finally {
      server.stop();
    }
  }

  @Test
  void aDevicesNameCannotAddAHeader() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(null)) {
      new SmtpChannel()
          .send(
              Sent.about(ChannelKind.EMAIL, "anna@cold.example", "warm\r\nBcc: all@cold.example"),
              to(server.port(), MailSecurity.NONE, ""),
              SECRETS);
      assertTrue(
          server.heard.contains("DATA Subject: warm Bcc: all@cold.example"),
          server.heard.toString());
    }
  }

  @Test
  void theSignInIsSentAfterStartTlsOnlyAndTheServersAnswerIsTheReceipt() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(tls)) {
      Outcome outcome = send(to(server.port(), MailSecurity.STARTTLS, "cryox"));
      assertEquals(new Delivered("250 2.0.0 queued as 4711"), outcome);
      assertTrue(server.heard.stream().anyMatch(line -> line.startsWith("TLS AUTH PLAIN")));
      assertTrue(
          server.heard.stream()
              .filter(line -> !line.startsWith("TLS "))
              .allMatch(line ->
                  line.startsWith("EHLO")
                      || line.startsWith("STARTTLS")
                      || line.startsWith("DATA ")),
          server.heard.toString());
    }
  }

  @Test
  void aServerWithoutStartTlsIsToldNothing() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(null)) {
      String why = refusal(send(to(server.port(), MailSecurity.STARTTLS, "cryox")));
      assertTrue(why.contains("STARTTLS"), why);
      assertFalse(server.heard.stream().anyMatch(line -> line.startsWith("AUTH")));
      assertFalse(server.heard.stream().anyMatch(line -> line.startsWith("MAIL")));
    }
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForIsToldNothing() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(tls)) {
      Outcome outcome =
          new SmtpChannel()
              .send(
                  Sent.to(ChannelKind.EMAIL, "anna@cold.example"),
                  to(server.port(), MailSecurity.STARTTLS, "cryox"),
                  SECRETS);
      assertTrue(refusal(outcome).contains("trusted"), outcome.toString());
      assertFalse(server.heard.stream().anyMatch(line -> line.contains("AUTH")));
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownMailboxAreRefusedForGoodAndAFullOneIsNot() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(tls)) {
      Email email = to(server.port(), MailSecurity.STARTTLS, "cryox");
      server.toSignIn = "535 wrong: " + Sent.SECRET;
      assertTrue(refusal(send(email)).contains("password"));
      server.toSignIn = "235 welcome";
      server.toRecipient = "550 no such mailbox";
      assertTrue(refusal(send(email)).contains("550 no such mailbox"));
      server.toRecipient = "452 mailbox full";
      assertTrue(assertInstanceOf(Failed.class, send(email)).why().contains("452"));
    }
  }

  @Test
  void aServerThatTakesConnectionsAndNeverAnswersIsGivenUpInTime() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      Outcome outcome = send(to(mute.getLocalPort(), MailSecurity.STARTTLS, "cryox"), 300);
      assertTrue(assertInstanceOf(Failed.class, outcome).why().contains("in time"));
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < PATIENT_MILLIS);
    }
  }

  @Test
  void whereNobodyListensTheSentenceSaysSo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Outcome outcome = send(to(port, MailSecurity.TLS, ""));
    assertTrue(
        assertInstanceOf(Failed.class, outcome).why().contains("Nobody answers at localhost"),
        outcome.toString());
  }
}
