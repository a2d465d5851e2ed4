package ai.cryox.core.backend;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.escalation.Callouts;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.ledger.Ledger;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.People;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.PictureCheck;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.report.Reports;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// One person's view of a backend. All methods may be called from any thread; all but {@link
/// #live}, {@link #downstream}, {@link #alarmActions}, {@link #callouts}, {@link #people}, {@link
/// #notebook}, {@link #energy} and {@link #who} may block on disk or network and do not belong on a
/// user interface's thread. They throw {@link BackendException} when the backend cannot answer, and
/// {@link ForbiddenException} when the person may not; of what several facilities have, people get
/// what they may see.
public interface Session extends AutoCloseable {
  /// Who is signed in, and what they may do.
  SignedIn who();

  /// Their name, as it stands in journals.
  default String userName() {
    return who().name();
  }

  /// Whether the person has left their seat: what they see can still be seen, and what they may do
  /// is refused until they are back. Never blocks.
  default boolean isLocked() {
    return false;
  }

  /// Leaves the seat. Monitoring goes on, and so does everything that is shown.
  ///
  /// @return whether the session is locked now; `false` if nobody could say that they are back,
  ///   such as at a desk without accounts
  default boolean lock() {
    return false;
  }

  /// Comes back. Failures count as those of a sign-in do.
  ///
  /// @param who must be the person whose session it is
  /// @throws SignInRefusedException if they are not let in; the session stays locked
  /// @throws IllegalArgumentException if it is somebody else, or the new password is too weak, with
  ///   a sentence
  default void unlock(SignIn who) {
    throw new IllegalArgumentException("This session cannot be locked, so it is open.");
  }

  /// What the backend can do at all, whoever is signed in. Never blocks.
  default Set<Feature> features() {
    return EnumSet.allOf(Feature.class);
  }

  /// How the way to the backend is now. Never blocks.
  default Standing standing() {
    return Standing.HERE;
  }

  /// The backend's clock, as well as it is known here. Never blocks.
  ///
  /// @param here this machine's clock
  default InstantSource clock(InstantSource here) {
    return here;
  }

  /// What devices prove themselves with: the calls `device/…`, whose answers are named texts. Keys
  /// are in an answer once, when they are made. Empty where nothing of that can be done from here,
  /// as at a server. Never blocks; the calls do.
  default Optional<Control> deviceDesk() {
    return Optional.empty();
  }

  /// The newest state of everything. While the way to the backend is down it is the last that came.
  LiveFeed live();

  /// One page of stored readings.
  ///
  /// @throws BadTokenException if the token belongs to another query
  Page<ReceivedReading> readings(ReadingQuery query, PageRequest page);

  /// Windows of one device's temperatures, oldest first, of the readings with `from` < time ≤
  /// `until`.
  ///
  /// @param resolution a window's length, at least a millisecond
  List<Bucket> windows(String deviceId, Instant from, Instant until, Duration resolution);

  /// Windows of anything that one device measures, oldest first, of what it said with `from` < time
  /// ≤ `until`; empty of what it does not measure.
  ///
  /// @param resolution a window's length, at least a millisecond
  List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution);

  /// When one device's door stood open and when it was defrosted, as far as it said so, oldest
  /// first, of what overlaps `from` ≤ time < `until`.
  List<Occurrence> occurrences(String deviceId, Instant from, Instant until);

  /// Which limits one device's readings are judged by from which time on, oldest first; empty if
  /// they never changed: then those of now always held.
  List<HeldLimits> limits(String deviceId);

  /// One page of alarms, active and past.
  ///
  /// @throws BadTokenException if the token belongs to another query
  Page<Alarm> alarms(AlarmQuery query, PageRequest page);

  /// What happened to one alarm, oldest first; empty if there is none of that id.
  List<AlarmChange> journal(String alarmId);

  /// What the signed-in person may do to alarms.
  AlarmActions alarmActions();

  /// What people decided of the alarms that no storage profile describes.
  AlarmDesign alarmDesign();

  /// Decides it anew; durable and in force when it returns.
  ///
  /// @throws IllegalArgumentException if it makes no sense, with a sentence; nothing was changed
  void saveAlarmDesign(AlarmDesign design);

  /// One page of the audit trail: who did or tried what.
  ///
  /// @throws BadTokenException if the token belongs to another query
  Page<AuditEntry> audit(AuditQuery query, PageRequest page);

  /// What the backend can prove of what it has stored; empty if it keeps no ledger.
  default Optional<Ledger> ledger() {
    return Optional.empty();
  }

  /// Adds a device to the registry or changes it; durable when it returns.
  void register(Device device);

  /// Tells a device what to do; durable when it returns. Its limits hold at once, the rest when the
  /// device has taken it over.
  ///
  /// @throws IllegalArgumentException if the configuration makes no sense, with a sentence
  Device configure(String deviceId, DeviceConfiguration configuration);

  /// The configuration that a device was told last, and how far it is with that; empty if it was
  /// told nothing, or nobody knows.
  Optional<DeviceOrder> order(String deviceId);

  /// Who hears of alarms: people, rosters, policies, channels, and what was sent.
  Callouts callouts();

  /// Notes and pictures of devices, and the person's own groups of curves.
  Notebook notebook();

  /// Tariffs and baselines of energy.
  EnergyDesk energy();

  /// The way to the devices: twins, direct methods, messages.
  Downstream downstream();

  /// For how many days each facility keeps what its devices say, where somebody has said so; the
  /// empty name stands for all others, which keep five years.
  Map<String, Integer> retention();

  /// Says for how many days a facility keeps what its devices say, at least one; durable when it
  /// returns. What is older is deleted from then on.
  ///
  /// @param facilityId empty for all facilities of which nobody has said anything
  /// @throws IllegalArgumentException if the number makes no sense, with a sentence
  void keepFor(String facilityId, int days);

  /// One page of the rejected lane, newest first.
  Page<Rejection> rejections(PageRequest page);

  /// One page of excursions, newest first.
  ///
  /// @throws BadTokenException if the token belongs to another query
  Page<Excursion> excursions(ExcursionQuery query, PageRequest page);

  /// What other limits would have raised and missed. Takes seconds; changes nothing.
  ///
  /// @throws IllegalArgumentException if the question makes no sense, with a sentence
  /// @throws CancellationException if whoever watches broke it off
  WhatIfAnswer whatIf(WhatIf question, WhatIfProgress progress);

  /// How well the alarm system itself works, in `from` ≤ time < `until`.
  ///
  /// @param facilityId only this facility's alarms, or `null` for all, the system's own among them
  /// @throws IllegalArgumentException if the period is empty or longer than a year, with a sentence
  AlarmHealth alarmHealth(@Nullable String facilityId, Instant from, Instant until);

  /// All storage profiles: those that ship, then those that people made, by name.
  List<StorageProfile> profiles();

  /// Adds a profile or changes one that people made; durable when it returns, and its limits hold
  /// for all its devices at once.
  ///
  /// @throws IllegalArgumentException if it makes no sense, or has the id of one that ships, with a
  ///   sentence
  StorageProfile saveProfile(StorageProfile profile);

  /// Removes a profile that people made.
  ///
  /// @throws IllegalArgumentException if there is none, it ships, or a device has it, with a
  ///   sentence
  void removeProfile(String profileId);

  /// Gives a device a profile; its limits hold at once.
  ///
  /// @param profileId `null` takes it away: then the device's own limits hold, or the default
  /// @throws IllegalArgumentException if there is no such device or profile, with a sentence
  Device assignProfile(String deviceId, @Nullable String profileId);

  /// A facility's floor plan; empty if nobody has made one.
  Optional<FloorPlan> floorPlan(String facilityId);

  /// Replaces the picture of a facility's floor plan; durable when it returns.
  ///
  /// @param picture a PNG or JPEG file as {@link PictureCheck} takes it; no bytes take the picture
  ///   away
  /// @throws IllegalArgumentException if it is no such file, with a sentence
  void saveFloorPicture(String facilityId, byte[] picture);

  /// Replaces where a facility's devices stand on its floor plan; durable when it returns.
  ///
  /// @param spots by device id
  /// @throws IllegalArgumentException if a spot is not on the picture or a device is not known
  ///   there, with a sentence
  void placeDevices(String facilityId, Map<String, Spot> spots);

  /// The accounts. Without {@link Action#MANAGE_PEOPLE} people may only change their own password.
  People people();

  /// The calibration register, oldest entry first.
  ///
  /// @param deviceId only of this device, or `null`
  List<Calibration> calibrations(@Nullable String deviceId);

  /// Enters a calibration; durable when it returns. Who entered it and when is what the backend
  /// says, whatever the entry does.
  ///
  /// @throws IllegalArgumentException if there is no such device, with a sentence
  Calibration calibrate(Calibration entry);

  /// The stored reports, and the way to make and sign them.
  ///
  /// @throws BackendException if the backend has none
  Reports reports();

  /// The routes of messages in order, the fallback route last.
  List<Route> routes();

  /// Replaces all routes; durable and in force when it returns.
  ///
  /// @return the routes as they are now, the fallback route last and enabled if it was left out
  /// @throws IllegalArgumentException if they make no sense, with a sentence that names the route
  List<Route> saveRoutes(List<Route> routes);

  /// The routes that would take a message of this origin now, in order; empty if none would.
  List<Route> matchingRoutes(Origin origin);

  /// Signs out; monitoring goes on.
  @Override
  void close();
}
