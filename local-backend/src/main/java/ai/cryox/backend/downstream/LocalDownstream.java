package ai.cryox.backend.downstream;

import ai.cryox.backend.order.OrderTrail;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.Patience;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.Downlink.Outcome;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.twin.DirectMethods;
import ai.cryox.backend.twin.DirectMethods.Call;
import ai.cryox.backend.twin.TwinConfiguration;
import ai.cryox.backend.twin.TwinDocument;
import ai.cryox.backend.twin.TwinTopics;
import ai.cryox.backend.twin.TwinValue;
import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import ai.cryox.core.downstream.Twin;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// People's way to devices in this process. Rights are the session's concern. Any thread; waits for
/// the pipeline or for the device.
final class LocalDownstream implements Downstream {
  private final TwinDesk twins;
  private final DeviceBoundDesk messages;
  private final DirectMethods methods;
  private final Attributed person;
  private final Downlink downlink;
  private final InstantSource clock;

  LocalDownstream(
      TwinDesk twins,
      DeviceBoundDesk messages,
      DirectMethods methods,
      Attributed person,
      Downlink downlink,
      InstantSource clock) {
    this.twins = twins;
    this.messages = messages;
    this.methods = methods;
    this.person = person;
    this.downlink = downlink;
    this.clock = clock;
  }

  @Override
  public Twin twin(String deviceId) {
    return shown(deviceId, person.change(batch -> twins.show(deviceId, batch)));
  }

  @Override
  public Twin patchDesired(String deviceId, String patch, @Nullable Long ifVersion) {
    TwinValue.Group change = TwinDocument.patch(patch.getBytes(StandardCharsets.UTF_8));
    return shown(
        deviceId,
        person.change(batch -> {
          String before = twins.show(deviceId, batch).desired().json();
          TwinDocument twin = twins.tell(deviceId, change, ifVersion, batch);
          batch.audit.add(
              person
                  .done(batch, "device.twin", deviceId, "Told the device something else.")
                  .about(
                      TwinConfiguration.isTouchedBy(change) ? OrderTrail.subject(deviceId) : null)
                  .changing(before, twin.desired().json()));
          return twin;
        }));
  }

  private static Twin shown(String deviceId, TwinDocument twin) {
    return new Twin(
        deviceId,
        twin.desired().json(),
        twin.desired().version(),
        twin.reported().json(),
        twin.reported().version());
  }

  @Override
  public MethodAnswer call(String deviceId, MethodCall call) {
    refuse(call.problem());
    noteCall(deviceId, call);
    Call waiting = methods.begin(deviceId, clock.instant().plus(call.timeout()));
    byte[] payload = call.payload().getBytes(StandardCharsets.UTF_8);
    downlink
        .send(deviceId, Publication.of(TwinTopics.method(call.name(), waiting.rid()), payload, 0))
        .whenComplete((outcome, failed) -> {
          if (failed != null || outcome == Outcome.UNHEARD) {
            methods.giveUp(waiting, notListening(deviceId));
          }
        });
    return Patience.await(waiting.answer(), call.timeout().plus(Patience.USUAL));
  }

  private static String notListening(String deviceId) {
    return "%s is not connected, or takes no direct methods.".formatted(deviceId);
  }

  @Override
  public String send(String deviceId, DeviceMessage message) {
    refuse(message.problem());
    return person.change(batch -> {
      twins.requireKnown(deviceId);
      String messageId = messages.enqueue(deviceId, message, batch);
      batch.audit.add(
          person.done(batch, "device.message", deviceId, "Left message %s.".formatted(messageId)));
      return messageId;
    });
  }

  /// Before the device hears of it: what was asked of a device is known even if it never answers.
  private void noteCall(String deviceId, MethodCall call) {
    person.change(batch -> {
      twins.requireKnown(deviceId);
      return batch.audit.add(
          person.done(batch, "device.method", deviceId, "Called '%s'.".formatted(call.name())));
    });
  }

  private static void refuse(@Nullable String problem) {
    if (problem != null) {
      throw new RefusedException(Reason.MALFORMED, problem);
    }
  }
}
