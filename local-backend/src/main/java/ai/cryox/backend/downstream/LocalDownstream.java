package ai.cryox.backend.downstream;

import ai.cryox.backend.pipeline.Patience;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.Downlink.Outcome;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.twin.DirectMethods;
import ai.cryox.backend.twin.DirectMethods.Call;
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
  private final PipelineAgent agent;
  private final Downlink downlink;
  private final InstantSource clock;

  LocalDownstream(
      TwinDesk twins,
      DeviceBoundDesk messages,
      DirectMethods methods,
      PipelineAgent agent,
      Downlink downlink,
      InstantSource clock) {
    this.twins = twins;
    this.messages = messages;
    this.methods = methods;
    this.agent = agent;
    this.downlink = downlink;
    this.clock = clock;
  }

  @Override
  public Twin twin(String deviceId) {
    return shown(deviceId, Patience.await(agent.submit(batch -> twins.show(deviceId, batch))));
  }

  @Override
  public Twin patchDesired(String deviceId, String patch, @Nullable Long ifVersion) {
    TwinValue.Group change = TwinDocument.patch(patch.getBytes(StandardCharsets.UTF_8));
    return shown(
        deviceId,
        Patience.await(agent.submit(batch -> twins.tell(deviceId, change, ifVersion, batch))));
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
    requireKnown(deviceId);
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
    return Patience.await(
        agent.submit(batch -> {
          twins.requireKnown(deviceId);
          return messages.enqueue(deviceId, message, batch);
        }));
  }

  private void requireKnown(String deviceId) {
    Patience.await(
        agent.submit(batch -> {
          twins.requireKnown(deviceId);
          return deviceId;
        }));
  }

  private static void refuse(@Nullable String problem) {
    if (problem != null) {
      throw new RefusedException(Reason.MALFORMED, problem);
    }
  }
}
