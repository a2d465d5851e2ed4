package ai.cryox.backend.ingest;

import ai.cryox.backend.relay.SessionChange;
import ai.cryox.backend.twin.DeviceBound;
import ai.cryox.backend.twin.TwinDocument;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.WatchMemory;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.Finding;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceMove;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.identity.Credential;
import ai.cryox.core.identity.DeviceCertificate;
import ai.cryox.core.ledger.StoredStamp;
import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredSession;
import ai.cryox.core.plan.Spot;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.RouteTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Everything that one group commit makes durable, and who waits for it. Each station adds its
/// part; after the last one has, nothing changes any more, so that a commit that failed can be
/// tried again. Belongs to the pipeline's thread.
public final class Batch {
  private final Instant now;

  /// A finding and what it was made on.
  ///
  /// @param deviceId a device, or a part of the system
  /// @param facilityId of a part of the system; of a device its registry entry says it
  /// @param message in words; may be empty
  public record DeviceFinding(String deviceId, String facilityId, Finding finding, String message) {
    /// A finding that needs no words.
    public DeviceFinding(String deviceId, Finding finding) {
      this(deviceId, "", finding, "");
    }
  }

  /// A clock that is wrong: what was said with it was refused.
  ///
  /// @param skew how far it runs ahead; negative if behind
  public record ClockFault(String deviceId, Instant receivedAt, Duration skew) {}

  /// A value that an alarm which stands may get worse by.
  ///
  /// @param value in the condition's unit
  public record Measured(String deviceId, Condition condition, double value) {}

  /// A change of one device's registry entry.
  ///
  /// @param change from the entry as it is then
  public record DeviceChange(String deviceId, UnaryOperator<Device> change) {}

  /// Readings let in, in the order they came.
  public final List<ReceivedReading> readings = new ArrayList<>();

  /// Telemetry let in.
  public final List<Telemetry> telemetry = new ArrayList<>();

  /// Device records let in.
  public final List<DeviceStatus> statuses = new ArrayList<>();

  /// How registry entries are to change, for the classifier, in order.
  public final List<DeviceChange> deviceChanges = new ArrayList<>();

  /// Devices' own alerts, for the alarm desk.
  public final List<DeviceAlert> deviceAlerts = new ArrayList<>();

  /// What was refused.
  public final List<Rejection> rejections = new ArrayList<>();

  /// What the classifier found, for the alarm desk, in order.
  public final List<DeviceFinding> findings = new ArrayList<>();

  /// Wrong clocks of devices, for the watch.
  public final List<ClockFault> clockFaults = new ArrayList<>();

  /// Values of watched conditions that stand, for the alarm desk.
  public final List<Measured> measured = new ArrayList<>();

  /// What is remembered of watched conditions, where it decides differently than before.
  public final Map<AlarmKey, WatchMemory> watches = new LinkedHashMap<>();

  /// By which way devices are heard, where it is another one than before.
  public final Map<String, String> paths = new LinkedHashMap<>();

  /// Registry entries, as they are now.
  public final Map<String, Device> devices = new LinkedHashMap<>();

  /// Devices that came to another place.
  public final List<DeviceMove> moves = new ArrayList<>();

  /// Classifier memories that decide differently than before.
  public final Map<String, ClassifierMemory> memories = new LinkedHashMap<>();

  /// Alarms, as they are now.
  public final Map<String, Alarm> alarms = new LinkedHashMap<>();

  /// Lines for the alarms' journal.
  public final List<AlarmChange> changes = new ArrayList<>();

  /// Escalations, as they are now.
  public final Map<String, Escalation> escalations = new LinkedHashMap<>();

  /// Ids of alarms that nobody is to be told of any more.
  public final Set<String> escalationsDone = new LinkedHashSet<>();

  /// Notifications, as they are now.
  public final Map<String, Notification> notifications = new LinkedHashMap<>();

  /// Who is called, if that is to change.
  public @Nullable CalloutPlan calloutPlan;

  /// How the channels are set up, if that is to change.
  public @Nullable Channels channels;

  /// How many days facilities keep what their devices say, where that is to change.
  public final Map<String, Integer> retention = new LinkedHashMap<>();

  /// Pictures of facilities, where they are to change; no bytes for one that is to go.
  public final Map<String, byte[]> floorPictures = new LinkedHashMap<>();

  /// Where facilities' devices stand on their floor plans, where that is to change.
  public final Map<String, Map<String, Spot>> floorSpots = new LinkedHashMap<>();

  /// The routes, if they are to change.
  public @Nullable RouteTable routes;

  /// The alarm design, if it is to change.
  public @Nullable AlarmDesign alarmDesign;

  /// Devices' twins, as they are now.
  public final Map<String, TwinDocument> twins = new LinkedHashMap<>();

  /// Messages for devices, to be kept until these listen.
  public final List<DeviceBound> deviceBound = new ArrayList<>();

  /// Ids of messages for devices that need not be kept any more.
  public final List<String> deviceBoundDone = new ArrayList<>();

  /// Storage profiles that people made, as they are now; empty for one that is gone.
  public final Map<String, Optional<StorageProfile>> profiles = new LinkedHashMap<>();

  /// What is to become of the excursions.
  public final ExcursionChanges excursions = new ExcursionChanges();

  /// New entries of the calibration register.
  public final List<Calibration> calibrations = new ArrayList<>();

  /// Stamps of the ledger's checkpoints.
  public final List<StoredStamp> stamps = new ArrayList<>();

  /// What is to become of reports.
  public final ReportChanges reports = new ReportChanges();

  /// What changes of notes, pictures, groups of curves, tariffs and baselines.
  public final NotebookChanges notebook = new NotebookChanges();

  /// What callers of the API were promised.
  public final PromiseChanges promises = new PromiseChanges();

  /// What MQTT sessions must not forget, in order.
  public final List<SessionChange> sessionChanges = new ArrayList<>();

  /// Credentials, as they are now.
  public final List<Credential> credentials = new ArrayList<>();

  /// Devices' certificates, as they are now.
  public final List<DeviceCertificate> certificates = new ArrayList<>();

  /// Accounts, as they are now.
  public final Map<String, StoredAccount> accounts = new LinkedHashMap<>();

  /// Sign-ins that go on from request to request, as they are now.
  public final Map<String, StoredSession> signIns = new LinkedHashMap<>();

  /// Lines for the audit trail.
  public final List<AuditEntry> audit = new ArrayList<>();

  /// Run after the commit, in order.
  public final List<Runnable> whenDurable = new ArrayList<>();

  /// @param now the backend's clock when the batch was closed
  public Batch(Instant now) {
    this.now = now;
  }

  /// The backend's clock when the batch was closed.
  public Instant now() {
    return now;
  }

  /// Whether a commit is needed at all.
  public boolean hasChanges() {
    return !readings.isEmpty()
        || !telemetry.isEmpty()
        || !statuses.isEmpty()
        || !rejections.isEmpty()
        || !devices.isEmpty()
        || !memories.isEmpty()
        || !watches.isEmpty()
        || !paths.isEmpty()
        || !alarms.isEmpty()
        || !changes.isEmpty()
        || !escalations.isEmpty()
        || !escalationsDone.isEmpty()
        || !notifications.isEmpty()
        || calloutPlan != null
        || channels != null
        || !retention.isEmpty()
        || !floorPictures.isEmpty()
        || !floorSpots.isEmpty()
        || routes != null
        || alarmDesign != null
        || !twins.isEmpty()
        || !deviceBound.isEmpty()
        || !deviceBoundDone.isEmpty()
        || !profiles.isEmpty()
        || excursions.hasChanges()
        || !calibrations.isEmpty()
        || !stamps.isEmpty()
        || reports.hasChanges()
        || notebook.hasChanges()
        || promises.hasChanges()
        || !sessionChanges.isEmpty()
        || !credentials.isEmpty()
        || !certificates.isEmpty()
        || !accounts.isEmpty()
        || !signIns.isEmpty()
        || !audit.isEmpty();
  }
}
