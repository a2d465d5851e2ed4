package ai.cryox.backend.identity;

import ai.cryox.backend.identity.Verdict.Admitted;
import ai.cryox.backend.identity.Verdict.Refused;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.identity.Credential;
import ai.cryox.core.identity.Principal;
import ai.cryox.core.identity.SasToken;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Holds claims against the stored credentials. Thread-safe.
final class CredentialAuthenticator implements Authenticator {
  private final KnownCredentials known;
  private final IdentityFiles files;
  private final InstantSource clock;
  private final Delays delays;
  private final FailedAttempts failures;
  private final Consumer<AuditEntry> audit;

  CredentialAuthenticator(
      KnownCredentials known,
      IdentityFiles files,
      Delays delays,
      InstantSource clock,
      Consumer<AuditEntry> audit) {
    this.known = known;
    this.files = files;
    this.clock = clock;
    this.delays = delays;
    this.failures = new FailedAttempts(delays);
    this.audit = audit;
  }

  @Override
  public Duration delayFor(InetAddress address) {
    return failures.delayFor(address, clock.instant());
  }

  @Override
  public Duration refusalDelay() {
    return delays.refusal();
  }

  @Override
  public Verdict check(Claim claim) {
    Instant now = clock.instant();
    Verdict verdict = judge(claim, now);
    if (verdict instanceof Refused refused) {
      count(claim, refused.reason(), now);
    }
    return verdict;
  }

  @Override
  public void strange(InetAddress address, String detail) {
    count(new Claim("", null, null, null, address), detail, clock.instant());
  }

  private void count(Claim claim, String reason, Instant now) {
    AuditEntry line = failures.count(claim, reason, now);
    if (line != null) {
      audit.accept(line);
    }
  }

  private Verdict judge(Claim claim, Instant now) {
    Credential credential = known.find(claim.clientId());
    if (credential == null) {
      return new Refused("There are no credentials of this device.");
    }
    if (!claim.isOneDevice()) {
      return new Refused("The user name speaks of another device than the client id.");
    }
    if (!credential.enabled()) {
      return new Refused("The device is disabled.");
    }
    return switch (credential.method()) {
      case KEYS -> judgeToken(credential, claim.passwordText(), now);
      case AUTHORITY -> judgeSigned(credential, claim.certificate(), now);
      case THUMBPRINT -> judgeThumbprint(credential, claim.certificate(), now);
    };
  }

  private Verdict judgeToken(Credential credential, @Nullable String password, Instant now) {
    SasToken token = password == null ? null : SasToken.parse(password);
    if (token == null) {
      return new Refused("The password is no shared access signature.");
    }
    if (!token.isFor(credential.deviceId())) {
      return new Refused("The shared access signature is for another device.");
    }
    String key = signingKey(credential, token);
    if (key == null) {
      return new Refused("The shared access signature is not signed with a key of the device.");
    }
    if (!now.isBefore(token.expiresAt())) {
      return new Refused("The shared access signature has expired.");
    }
    return admitted(credential, key, token.expiresAt());
  }

  private @Nullable String signingKey(Credential credential, SasToken token) {
    return credential
        .proofs()
        .filter(sealed -> token.isSignedWith(files.key().open(sealed, credential.deviceId())))
        .findFirst()
        .orElse(null);
  }

  private Verdict judgeSigned(
      Credential credential, @Nullable X509Certificate certificate, Instant now) {
    if (certificate == null) {
      return new Refused("The device showed no certificate.");
    }
    if (!files.authority().hasSigned(certificate)) {
      return new Refused("The certificate is not signed by the facility's authority.");
    }
    if (!credential.deviceId().equals(Certificates.commonName(certificate))) {
      return new Refused("The certificate is for another device.");
    }
    String serial = Certificates.serial(certificate);
    if (known.isRevoked(serial)) {
      return new Refused("The certificate is revoked.");
    }
    return judgeAge(credential, certificate, serial, now);
  }

  private static Verdict judgeThumbprint(
      Credential credential, @Nullable X509Certificate certificate, Instant now) {
    if (certificate == null) {
      return new Refused("The device showed no certificate.");
    }
    String thumbprint = Certificates.thumbprint(certificate);
    if (credential.proofs().noneMatch(thumbprint::equals)) {
      return new Refused("The certificate has another thumbprint.");
    }
    return judgeAge(credential, certificate, thumbprint, now);
  }

  private static Verdict judgeAge(
      Credential credential, X509Certificate certificate, String proof, Instant now) {
    Instant end = certificate.getNotAfter().toInstant();
    if (now.isBefore(certificate.getNotBefore().toInstant()) || now.isAfter(end)) {
      return new Refused(
          "The certificate is valid from %s to %s only."
              .formatted(certificate.getNotBefore().toInstant(), end));
    }
    return admitted(credential, proof, end);
  }

  private static Verdict admitted(Credential credential, String proof, Instant end) {
    return new Admitted(
        new Principal(
            credential.deviceId(), credential.facilityId(), credential.gateway(), proof, end));
  }

  @Override
  public boolean mayStay(Principal principal) {
    Credential credential = known.find(principal.deviceId());
    return credential != null
        && credential.enabled()
        && clock.instant().isBefore(principal.expiresAt())
        && switch (credential.method()) {
          case KEYS, THUMBPRINT -> credential.proofs().anyMatch(principal.proof()::equals);
          case AUTHORITY -> !known.isRevoked(principal.proof());
        };
  }

  @Override
  public void violated(Principal principal, InetAddress address, String what, String detail) {
    audit.accept(
        new AuditEntry(
            clock.instant(),
            principal.deviceId(),
            what,
            principal.deviceId(),
            address.getHostAddress(),
            AuditEntry.Outcome.REFUSED,
            1,
            detail));
  }

  @Override
  public void whenChanged(Runnable action) {
    known.whenChanged(action);
  }

  @Override
  public void settle() {
    failures.overdue(clock.instant()).forEach(audit);
  }

  /// Writes down whatever was counted.
  void settleAll() {
    failures.overdue(Instant.MAX).forEach(audit);
  }
}
