package ai.cryox.backend.people;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredAccount.Kind;
import ai.cryox.core.people.StoredAccount.Password;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets programs in. Their secrets are made here and are too long to guess: a plain SHA-256 proves
/// them, and no failure locks anything. Any thread.
final class MachineDesk {
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST_SHOWN = 64;
  private static final String WHAT = "session.machine";

  private final AccountDesk accounts;
  private final PipelineAgent agent;
  private final SecureRandom random = new SecureRandom();

  MachineDesk(AccountDesk accounts, PipelineAgent agent) {
    this.accounts = accounts;
    this.agent = agent;
  }

  /// A program that may come in from now on.
  ///
  /// @param secret shown this once
  record Made(StoredAccount account, String secret) {}

  /// Makes the account of a program.
  ///
  /// @throws IllegalArgumentException as {@link AccountDesk#add}
  Made add(String clientId, String name, Grants grants, String why, Attributed by) {
    String secret = freshSecret();
    NewAccount wanted = new NewAccount(clientId, name, grants, Kind.MACHINE, null, why);
    StoredAccount account =
        by.change(batch ->
            accounts.add(
                wanted,
                new Password(hash(secret), batch.now(), false, List.of()),
                by.name(),
                batch));
    return new Made(account, secret);
  }

  /// Gives a program another secret; the old one is good for nothing at once.
  ///
  /// @throws IllegalArgumentException if there is no such program
  Made renew(String userId, String why, Attributed by) {
    String secret = freshSecret();
    StoredAccount account =
        by.change(batch -> {
          if (accounts.require(userId).kind() != Kind.MACHINE) {
            throw new IllegalArgumentException("That account belongs to a person.");
          }
          return accounts.replacePassword(userId, hash(secret), false, by.name(), why, batch);
        });
    return new Made(account, secret);
  }

  private String freshSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Lets a program in, or throws. Wipes the secret.
  StoredAccount signIn(String clientId, char[] secret, String address) {
    try {
      StoredAccount account = accounts.known().named(clientId);
      Password known =
          account == null || account.kind() != Kind.MACHINE ? null : account.password();
      boolean right =
          MessageDigest.isEqual(
              ascii(known == null ? hash("") : known.hash()), ascii(hash(CharBuffer.wrap(secret))));
      if (account == null || known == null || !right) {
        throw refused(Reason.WRONG, clientId, account, address, "Id or secret are wrong.");
      }
      if (account.disabled() || account.grants().all().isEmpty()) {
        throw refused(Reason.NOT_ALLOWED, clientId, account, address, "The account is disabled.");
      }
      return agent.change(batch -> letIn(account.userId(), address, batch));
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private StoredAccount letIn(String userId, String address, Batch batch) {
    StoredAccount in = accounts.require(userId).signedIn(batch.now());
    accounts.put(in, batch);
    batch.audit.add(
        AuditEntry.done(batch.now(), in.name(), WHAT, null, "Got a token.")
            .by(userId, address)
            .about(userId));
    return in;
  }

  private SignInRefusedException refused(
      Reason reason,
      String clientId,
      @Nullable StoredAccount account,
      String address,
      String detail) {
    String printable = clientId.replaceAll("\\p{Cntrl}", "?");
    String claimed =
        printable.isBlank()
            ? "nobody"
            : printable.substring(0, Math.min(LONGEST_SHOWN, printable.length()));
    String userId = account == null ? null : account.userId();
    agent.change(batch ->
        batch.audit.add(
            AuditEntry.refused(batch.now(), claimed, WHAT, detail)
                .by(userId, address)
                .about(userId)));
    return SignInDesk.refusal(reason);
  }

  private static String hash(CharSequence secret) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(utf8);
      return "$sha256$" + Base64.getEncoder().withoutPadding().encodeToString(sha256.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
