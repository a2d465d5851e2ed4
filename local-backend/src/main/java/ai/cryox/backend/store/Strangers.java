package ai.cryox.backend.store;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Looks for records that no leaf speaks of: somebody put them there beside the ledger. One thread.
///
/// @param handle of the transaction in which everything is looked at
record Strangers(Handle handle, Consumer<Finding> findings) {
  /// @param pass that met everything that the ledger speaks of
  /// @param logFirst where the log begins
  void look(LedgerPass pass, long logFirst) {
    long there = handle.createQuery("SELECT count(*) FROM chunk").mapTo(Long.class).one();
    if (there != pass.counted.seals() - pass.counted.removed()) {
      strangers(
          """
          SELECT 'chunk ' || chunk_key || ' of ' || coalesce(device_id, 'nobody')
          FROM chunk LEFT JOIN series USING (series_key)
          WHERE seal IS NULL OR seal NOT IN (SELECT seal FROM ledger_seal)\
          """);
    }
    strangers(
        "SELECT 'alarm transition ' || change_key FROM alarm_change WHERE change_key > "
            + pass.lastAlarm);
    strangers("SELECT 'audit line ' || audit_key FROM audit WHERE audit_key > " + pass.lastAudit);
    strangers(
        "SELECT 'raw_log ' || seq FROM raw_log WHERE seq > %d OR seq < %d"
            .formatted(pass.lastSequence, logFirst));
    strangers(
        "SELECT 'tail ' || series_key FROM tail WHERE series_key NOT IN"
            + " (SELECT record_key FROM ledger_place WHERE kind = %d)"
                .formatted(LedgerTables.TAIL));
    strangersOf(
        """
        SELECT DISTINCT 'alarm ' || alarm_id FROM alarm_change
        WHERE alarm_id NOT IN (SELECT alarm_id FROM alarm)\
        """,
        "its transitions are there, and it is gone");
  }

  private void strangers(String sql) {
    strangersOf(sql, "the ledger does not speak of it");
  }

  private void strangersOf(String sql, String what) {
    handle
        .createQuery(sql)
        .mapTo(String.class)
        .forEach(name -> findings.accept(new Finding(name, null, null, what, LedgerProof.ADVICE)));
  }
}
