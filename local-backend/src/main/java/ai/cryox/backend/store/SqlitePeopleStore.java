package ai.cryox.backend.store;

import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.PeopleStore;
import ai.cryox.core.people.Role;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredAccount.Kind;
import ai.cryox.core.people.StoredAccount.Password;
import ai.cryox.core.people.StoredAccount.Voucher;
import ai.cryox.core.people.StoredSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Accounts and sign-ins. The database itself refuses to delete an account or to give its names to
/// another.
public final class SqlitePeopleStore implements PeopleStore {
  private final SqliteDatabase database;

  /// The people of this database.
  public SqlitePeopleStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void save(StoredAccount account) {
    Voucher voucher = account.voucher();
    Password password = account.password();
    database
        .writer()
        .createUpdate(
            """
            INSERT INTO account (user_id, sign_in_name, sign_in_key, name, kind, disabled, issuer,
              subject, password, password_ms, must_change, former, failures, locked_until_ms,
              created_ms, last_sign_in_ms)
            VALUES (:user, :signIn, :key, :name, :kind, :disabled, :issuer, :subject, :password,
              :passwordAt, :mustChange, :former, :failures, :locked, :created, :lastSignIn)
            ON CONFLICT (user_id) DO UPDATE SET name = excluded.name,
              disabled = excluded.disabled, issuer = excluded.issuer, subject = excluded.subject,
              password = excluded.password, password_ms = excluded.password_ms,
              must_change = excluded.must_change, former = excluded.former,
              failures = excluded.failures, locked_until_ms = excluded.locked_until_ms,
              last_sign_in_ms = excluded.last_sign_in_ms\
            """)
        .bind("user", account.userId())
        .bind("signIn", account.signInName())
        .bind("key", StoredAccount.key(account.signInName()))
        .bind("name", account.name())
        .bind("kind", account.kind().name())
        .bind("disabled", account.disabled())
        .bind("issuer", voucher == null ? null : voucher.issuer())
        .bind("subject", voucher == null ? null : voucher.subject())
        .bind("password", password == null ? null : password.hash())
        .bind("passwordAt", password == null ? null : Columns.millis(password.setAt()))
        .bind("mustChange", password != null && password.mustChange())
        .bind("former", password == null ? "" : String.join("\n", password.former()))
        .bind("failures", account.failures())
        .bind("locked", Columns.millis(account.lockedUntil()))
        .bind("created", account.createdAt().toEpochMilli())
        .bind("lastSignIn", Columns.millis(account.lastSignInAt()))
        .execute();
    saveGrants(account);
  }

  private void saveGrants(StoredAccount account) {
    Handle writer = database.writer();
    writer.execute("DELETE FROM account_role WHERE user_id = ?", account.userId());
    for (Grant grant : account.grants().all()) {
      writer.execute(
          "INSERT INTO account_role VALUES (?, ?, ?)",
          account.userId(),
          grant.role().name(),
          grant.facilityId());
    }
  }

  @Override
  public void save(StoredSession session) {
    database
        .writer()
        .execute(
            """
            INSERT INTO sign_in VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id) DO UPDATE SET generation = excluded.generation,
              renewed_ms = excluded.renewed_ms, ended_ms = excluded.ended_ms\
            """,
            session.sessionId(),
            session.userId(),
            session.generation(),
            session.beganAt().toEpochMilli(),
            session.renewedAt().toEpochMilli(),
            Columns.millis(session.endedAt()));
  }

  @Override
  public List<StoredAccount> accounts() {
    return database.read(handle -> {
      Map<String, Set<Grant>> grants = grants(handle);
      return handle
          .createQuery("SELECT * FROM account")
          .map((row, context) -> account(row, grants))
          .list();
    });
  }

  private static Map<String, Set<Grant>> grants(Handle handle) {
    Map<String, Set<Grant>> grants = new HashMap<>();
    handle
        .createQuery("SELECT * FROM account_role")
        .map((row, context) ->
            grants
                .computeIfAbsent(row.getString("user_id"), user -> new HashSet<>())
                .add(new Grant(Role.valueOf(row.getString("role")), row.getString("facility_id"))))
        .list();
    return grants;
  }

  private static StoredAccount account(ResultSet row, Map<String, Set<Grant>> grants)
      throws SQLException {
    Columns columns = new Columns(row);
    String userId = row.getString("user_id");
    return new StoredAccount(
        userId,
        row.getString("sign_in_name"),
        row.getString("name"),
        new Grants(grants.getOrDefault(userId, Set.of())),
        Kind.valueOf(row.getString("kind")),
        row.getBoolean("disabled"),
        voucher(columns),
        password(columns),
        row.getInt("failures"),
        columns.instant("locked_until_ms"),
        Instant.ofEpochMilli(row.getLong("created_ms")),
        columns.instant("last_sign_in_ms"));
  }

  private static @Nullable Voucher voucher(Columns columns) throws SQLException {
    String issuer = columns.text("issuer");
    String subject = columns.text("subject");
    return issuer == null || subject == null ? null : new Voucher(issuer, subject);
  }

  private static @Nullable Password password(Columns columns) throws SQLException {
    String hash = columns.text("password");
    Instant setAt = columns.instant("password_ms");
    if (hash == null || setAt == null) {
      return null;
    }
    List<String> former = columns.row().getString("former").lines().toList();
    return new Password(hash, setAt, columns.row().getBoolean("must_change"), former);
  }

  @Override
  public List<StoredSession> sessions() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM sign_in WHERE ended_ms IS NULL")
            .map((row, context) ->
                new StoredSession(
                    row.getString("session_id"),
                    row.getString("user_id"),
                    row.getInt("generation"),
                    Instant.ofEpochMilli(row.getLong("began_ms")),
                    Instant.ofEpochMilli(row.getLong("renewed_ms")),
                    new Columns(row).instant("ended_ms")))
            .list());
  }
}
