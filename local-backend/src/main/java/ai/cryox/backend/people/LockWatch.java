package ai.cryox.backend.people;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.people.StoredAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Raises the alarm `SIGN_IN` when an account is locked and ends it when it is open again. The end
/// is a stored instant, so it holds over restarts. Belongs to the pipeline's thread.
public final class LockWatch implements Consumer<Batch> {
  private static final String PART = Alarm.SYSTEM + "people/";

  private final Supplier<AlarmDesign> design;
  private final Map<String, Instant> locks = new HashMap<>();

  /// @param accounts with what was stored of their locks
  /// @param design says how bad it is
  public LockWatch(AccountDesk accounts, Supplier<AlarmDesign> design) {
    this.design = design;
    for (StoredAccount account : accounts.withLocks()) {
      Instant until = account.lockedUntil();
      if (until != null) {
        locks.put(part(account), until);
      }
    }
  }

  private static String part(StoredAccount account) {
    return PART + StoredAccount.key(account.signInName());
  }

  /// An account was locked until then.
  void locked(StoredAccount account, Instant until, String message, Batch batch) {
    locks.put(part(account), until);
    batch.findings.add(
        new DeviceFinding(
            part(account),
            "",
            new Finding.Violated(
                Condition.SIGN_IN,
                batch.now(),
                Double.NaN,
                design.get().severityOf(Condition.SIGN_IN),
                Double.NaN),
            message));
  }

  /// Somebody opened it before its time.
  void opened(StoredAccount account, Batch batch) {
    if (locks.remove(part(account)) != null) {
      end(part(account), batch);
    }
  }

  /// Ends what is over.
  @Override
  public void accept(Batch batch) {
    if (locks.isEmpty()) {
      return;
    }
    for (Iterator<Map.Entry<String, Instant>> all = locks.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<String, Instant> lock = all.next();
      if (!batch.now().isBefore(lock.getValue())) {
        end(lock.getKey(), batch);
        all.remove();
      }
    }
  }

  private static void end(String part, Batch batch) {
    batch.findings.add(
        new DeviceFinding(part, new Finding.Returned(Condition.SIGN_IN, batch.now(), Double.NaN)));
  }
}
