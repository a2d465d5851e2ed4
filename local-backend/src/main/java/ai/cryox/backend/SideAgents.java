package ai.cryox.backend;

import ai.cryox.backend.archive.ReportArchive;
import ai.cryox.backend.archive.ScheduleAgent;
import ai.cryox.backend.downstream.DownstreamAgent;
import ai.cryox.backend.excursion.ExcursionAgent;
import ai.cryox.backend.outbox.CalloutAgent;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.proof.AnchorAgent;
import ai.cryox.backend.proof.HeadWatch;
import ai.cryox.backend.proof.LedgerAgent;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.secret.KeyStoreSecrets;
import ai.cryox.backend.secret.Passphrase;
import ai.cryox.backend.store.DataStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.StoreLedger;
import ai.cryox.core.ledger.Anchor;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What works beside the pipeline, each on threads of its own.
///
/// @param callouts tells people of alarms
/// @param schedules makes reports by itself
/// @param downstream the way to the devices
/// @param excursions evaluates late readings
/// @param ledger verifies the ledger
/// @param anchors has the ledger stamped; `null` = nobody stamps it
record SideAgents(
    CalloutAgent callouts,
    ScheduleAgent schedules,
    DownstreamAgent downstream,
    ExcursionAgent excursions,
    LedgerAgent ledger,
    @Nullable AnchorAgent anchors)
    implements AutoCloseable {
  /// Those of an open data folder.
  ///
  /// @param heads what is known of the ledger from before
  /// @param downlink how the backend speaks to devices
  /// @param anchor confirms the ledger's checkpoints; `null` = nobody does
  /// @param machine in whose name the backend changes things by itself
  static SideAgents of(
      DataStore store,
      HeadWatch heads,
      Stations stations,
      ReportArchive archive,
      Downlink downlink,
      @Nullable Anchor anchor,
      Attributed machine,
      InstantSource clock) {
    SqliteDatabase database = store.database();
    StoreLedger leaves = store.series().ledger();
    PipelineAgent pipeline = stations.agent();
    return new SideAgents(
        callouts(store, stations, archive, clock),
        new ScheduleAgent(
            archive,
            stations.escalations(),
            stations.desk(),
            stations.alarmDesign(),
            machine,
            clock),
        new DownstreamAgent(
            stations.fleet(), database, pipeline, downlink, stations.queue(), clock),
        new ExcursionAgent(
            stations.excursionDesk(),
            stations.readings(),
            stations.excursions(),
            pipeline::submit,
            clock),
        new LedgerAgent(database, leaves.breaks(), heads, stations.desk(), pipeline::submit, clock),
        anchor == null ? null : new AnchorAgent(anchor, leaves::newest, pipeline::submit, clock));
  }

  private static CalloutAgent callouts(
      DataStore store, Stations stations, ReportArchive archive, InstantSource clock) {
    Path folder = store.directory().path();
    CalloutAgent callouts =
        new CalloutAgent(
            stations.escalations(),
            store.database(),
            stations.fleet(),
            stations.desk(),
            stations.agent(),
            new KeyStoreSecrets(folder, new Passphrase(folder, System.getenv())),
            stations.live(),
            clock);
    callouts.enclose(archive::enclosure);
    return callouts;
  }

  /// Begins to work, but for the call-outs, which begin before the pipeline.
  void start() {
    schedules.start();
    downstream.start();
    excursions.start();
    ledger.start();
    if (anchors != null) {
      anchors.start();
    }
  }

  /// Ends while the pipeline still answers.
  @Override
  public void close() {
    schedules.close();
    callouts.close();
    downstream.close();
    excursions.close();
    ledger.close();
    if (anchors != null) {
      anchors.close();
    }
  }
}
