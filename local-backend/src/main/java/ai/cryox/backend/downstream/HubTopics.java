package ai.cryox.backend.downstream;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.backend.twin.DirectMethods;
import ai.cryox.backend.twin.HubProblem;
import ai.cryox.backend.twin.HubRequest;
import ai.cryox.backend.twin.MethodPayload;
import ai.cryox.backend.twin.TwinDocument;
import ai.cryox.backend.twin.TwinTopics;
import ai.cryox.backend.twin.TwinValue;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.ReadingSink;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Answers devices on IoT Hub's topics: a device's id is its client id. Any thread.
public final class HubTopics implements TopicHandler {
  /// Said when the backend cannot take it now.
  private static final int BUSY = 429;

  private final TwinDesk twins;
  private final DirectMethods methods;
  private final PipelineAgent agent;
  private final Downlink downlink;
  private final ReadingSink rejectedLane;
  private final InstantSource clock;
  private final Underway underway = new Underway();

  /// @param methods wait for devices' answers
  /// @param agent turns the desk
  /// @param rejectedLane takes what cannot be understood
  public HubTopics(
      TwinDesk twins,
      DirectMethods methods,
      PipelineAgent agent,
      Downlink downlink,
      ReadingSink rejectedLane,
      InstantSource clock) {
    this.twins = twins;
    this.methods = methods;
    this.agent = agent;
    this.downlink = downlink;
    this.rejectedLane = rejectedLane;
    this.clock = clock;
  }

  @Override
  public boolean handles(String topic) {
    return TwinTopics.isOne(topic);
  }

  @Override
  public void receive(String clientId, String topic, byte[] payload, Receipt receipt) {
    switch (TwinTopics.parse(topic)) {
      case HubRequest.TwinGet get -> get(clientId, get.rid(), receipt);
      case HubRequest.TwinReport report -> report(clientId, report.rid(), payload, receipt);
      case HubRequest.MethodResult result -> {
        methods.answer(clientId, result.rid(), MethodPayload.answer(result.status(), payload));
        receipt.committed();
      }
      case HubRequest.Unreadable unreadable ->
          reject(clientId, topic, payload, unreadable.why(), receipt);
    }
  }

  private void get(String clientId, String rid, Receipt receipt) {
    ask(clientId, batch -> twins.of(clientId, batch))
        .whenComplete((twin, failed) -> {
          if (failed == null) {
            send(clientId, TwinTopics.answer(200, rid), twin.forDevice());
          } else {
            refuse(clientId, rid, failed);
          }
          receipt.committed();
        });
  }

  private void report(String clientId, String rid, byte[] payload, Receipt receipt) {
    changed(clientId, payload)
        .whenComplete((twin, failed) -> {
          if (failed == null) {
            long version = twin.reported().version();
            send(clientId, TwinTopics.reported(rid, version), new byte[0]);
          } else {
            refuse(clientId, rid, failed);
          }
          receipt.committed();
        });
  }

  private CompletableFuture<TwinDocument> changed(String clientId, byte[] payload) {
    try {
      TwinValue.Group patch = TwinDocument.patch(payload);
      return ask(clientId, batch -> twins.report(clientId, patch, batch));
    } catch (RefusedException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private CompletableFuture<TwinDocument> ask(
      String clientId, Function<Batch, TwinDocument> question) {
    if (!underway.enter(clientId)) {
      return CompletableFuture.failedFuture(
          new RefusedException(
              Reason.TOO_MANY, "Too many requests wait for their answers. Try again later."));
    }
    CompletableFuture<TwinDocument> answer = agent.submit(question);
    answer.whenComplete((twin, failed) -> underway.leave(clientId));
    return answer;
  }

  private void refuse(String clientId, String rid, Throwable failed) {
    int status = failed instanceof RefusedException refused ? refused.reason().status() : BUSY;
    String sentence = String.valueOf(failed.getMessage());
    send(clientId, TwinTopics.answer(status, rid), HubProblem.json(status, sentence));
  }

  /// An answer that nobody waits for any more is worth nothing: it is never kept.
  private void send(String clientId, String topic, byte[] payload) {
    downlink.send(clientId, Publication.of(topic, payload, 0));
  }

  private void reject(String clientId, String topic, byte[] payload, String why, Receipt receipt) {
    Delivery delivery =
        new Delivery(
            new Origin(clientId, topic, null, null, Map.of()),
            clock.instant(),
            payload,
            Decoded.failed(Fault.Reason.WRONG_TOPIC, why),
            receipt);
    if (!rejectedLane.offer(delivery)) {
      receipt.committed();
    }
  }
}
