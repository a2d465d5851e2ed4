package ai.cryox.backend.api;

import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Ledger;
import ai.cryox.core.ledger.LedgerState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.function.Supplier;

/// What can be proven: `GET /api/v1/ledger` says the newest checkpoint and what verification found,
/// `/ledger/proof` proves one reading (`deviceId`, `time`), alarm transition (`transition`) or
/// audit line (`audit`) as a text file, `/ledger/consistency?from=` that an older head is the
/// beginning of the newest.
final class LedgerRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/ledger";

  private static final String FILE = "text/plain; charset=utf-8";

  private final Callers callers;

  LedgerRoutes(Callers callers) {
    this.callers = callers;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::head);
    routes.get(ADDRESS + "/proof", this::proof);
    routes.get(ADDRESS + "/consistency", this::consistency);
  }

  private Ledger ledger(Context ctx) {
    return callers
        .of(ctx)
        .ledger()
        .orElseThrow(() -> ProblemException.notFound("This backend keeps no ledger."));
  }

  private void head(Context ctx) {
    Ledger ledger = ledger(ctx);
    Ledger.Head head = ledger.head().orElse(null);
    LedgerState state = ledger.state();
    Json.answer(
        ctx,
        json -> {
          if (head != null) {
            Checkpoint checkpoint = head.checkpoint();
            json.writeStringProperty("origin", checkpoint.origin());
            json.writeNumberProperty("size", checkpoint.size());
            json.writeStringProperty("root", checkpoint.root().toString());
            Json.time(json, "signedAt", checkpoint.at());
            json.writeStringProperty("key", head.key());
            json.writeStringProperty("checkpoint", head.note());
            json.writeNumberProperty("leaves", head.leaves());
          }
          json.writeObjectPropertyStart("verified");
          Json.time(json, "at", state.verifiedAt());
          json.writeBooleanProperty("sound", state.isSound());
          json.writeNumberProperty("leaves", state.leaves());
          json.writeNumberProperty("signedLeaves", state.signedLeaves());
          json.writeNumberProperty("readings", state.readings());
          json.writeArrayPropertyStart("breaks");
          state.breaks().forEach(json::writeString);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void proof(Context ctx) {
    QueryParameters parameters = new QueryParameters(ctx);
    Ledger ledger = ledger(ctx);
    String device = parameters.text("deviceId");
    Instant time = parameters.time("time");
    Supplier<String> proof;
    if (device != null && time != null) {
      proof = () -> ledger.reading(device, time);
    } else if (parameters.text("transition") != null) {
      long key = parameters.wholeNumber("transition", 1, Integer.MAX_VALUE);
      proof = () -> ledger.transition(key);
    } else if (parameters.text("audit") != null) {
      long key = parameters.wholeNumber("audit", 1, Integer.MAX_VALUE);
      proof = () -> ledger.audit(key);
    } else {
      throw ProblemException.badRequest(
          "Say what is to be proven: deviceId and time, or transition, or audit.");
    }
    ctx.contentType(FILE).result(asked(proof));
  }

  private void consistency(Context ctx) {
    Ledger ledger = ledger(ctx);
    QueryParameters parameters = new QueryParameters(ctx);
    long older = parameters.wholeNumber("from", 1, Integer.MAX_VALUE);
    Ledger.Head head =
        ledger.head().orElseThrow(() -> ProblemException.notFound("There is no checkpoint yet."));
    var proof = asked(() -> ledger.consistency(older, head.checkpoint().size()));
    Json.answer(
        ctx,
        json -> {
          json.writeNumberProperty("from", older);
          json.writeStringProperty("checkpoint", head.note());
          json.writeArrayPropertyStart("proof");
          proof.forEach(hash -> json.writeString(hash.toString()));
          json.writeEndArray();
        });
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (IllegalArgumentException refused) {
      throw ProblemException.notFound(String.valueOf(refused.getMessage()));
    }
  }
}
