package ai.cryox.backend;

import ai.cryox.backend.archive.ReportArchive;
import ai.cryox.backend.archive.ReportControl;
import ai.cryox.backend.calibration.CalibrationControl;
import ai.cryox.backend.control.AuditControl;
import ai.cryox.backend.control.RouteControl;
import ai.cryox.backend.identity.Identities;
import ai.cryox.backend.people.Accounts;
import ai.cryox.backend.people.Reception;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.rights.DeniedTries;
import ai.cryox.backend.rights.GuardedSession;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.people.SignedIn;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the sessions of people, each behind its guard, and what the owner of the data folder may
/// have done. Any thread.
final class Sessions {
  private final PipelineAgent agent;
  private final LocalStores stores;
  private final LiveFeed live;
  private final SideAgents agents;
  private final Accounts accounts;
  private final ReportArchive archive;
  private final Identities identities;
  private final DeniedTries denied;

  /// @param stores what sessions may ask
  /// @param denied where tries are counted that a guard refused
  Sessions(
      PipelineAgent agent,
      LocalStores stores,
      LiveFeed live,
      SideAgents agents,
      Accounts accounts,
      ReportArchive archive,
      Identities identities,
      DeniedTries denied) {
    this.agent = agent;
    this.stores = stores;
    this.live = live;
    this.agents = agents;
    this.accounts = accounts;
    this.archive = archive;
    this.identities = identities;
    this.denied = denied;
  }

  /// Of whoever proves who they are.
  Session signIn(SignIn who) {
    return switch (who) {
      case SignIn.Desk desk -> of(accounts.desk(desk), null);
      case SignIn.Password password -> accounts.signIn(password, this::of);
      case SignIn.Vouched vouched -> accounts.signIn(vouched.passport(), this::of);
      case SignIn.Token token -> reception().session(token.token(), null);
    };
  }

  /// Where callers from outside come in.
  Reception reception() {
    return accounts.reception(this::of);
  }

  private Session of(Supplier<SignedIn> who, @Nullable String address) {
    return of(new Attributed(agent, who, address));
  }

  private Session of(Attributed person) {
    LocalSession whole =
        new LocalSession(
            person,
            stores,
            live,
            agents.downstream(),
            agents.callouts().callouts(person),
            accounts,
            archive.reports(person, agents.schedules().schedules(person)),
            identities.control(person.who().name()));
    return new GuardedSession(whole, person, stores.alarms()::facilityOf, denied);
  }

  /// What the owner of the data folder may have done.
  ///
  /// @param who for journals and the audit trail
  Control control(String who) {
    Attributed owner = new Attributed(agent, Accounts.owner(who), null);
    return new BackendControl(
        Map.of(
            "device",
            identities.control(who),
            "callout",
            agents.callouts().control(owner),
            "user",
            accounts.control(owner),
            "issuer",
            accounts.issuers(owner),
            "audit",
            new AuditControl(of(owner)),
            "calibration",
            new CalibrationControl(
                agent, stores.calibrations(), stores.fleet(), stores.dueDays(), who),
            "report",
            new ReportControl(of(owner), accounts, this::of, archive::letterheads),
            "route",
            new RouteControl(of(owner))));
  }
}
