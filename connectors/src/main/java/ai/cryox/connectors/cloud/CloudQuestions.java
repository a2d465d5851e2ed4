package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.Action;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Questions that take a server a while. It does not say how far it is; whoever waits may break
/// off.
final class CloudQuestions {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 200;

  private final CloudHttp http;

  CloudQuestions(CloudHttp http) {
    this.http = http;
  }

  WhatIfAnswer whatIf(WhatIf question, WhatIfProgress progress) {
    Request request =
        new Request.Builder()
            .url(http.url("facilities", question.facilityId(), "what-if").build())
            .post(
                RequestBody.create(
                    JsonTree.write(WireProfiles.write(question)),
                    MediaType.get("application/json")))
            .build();
    FutureTask<WhatIfAnswer> asking =
        new FutureTask<>(() ->
            Asking.ask(
                Action.WATCH,
                () -> WireProfiles.answer(http.call(Lane.HISTORY, request, PATIENCE).tree())));
    Thread.ofVirtual().name("cloud-question").start(asking);
    while (true) {
      try {
        WhatIfAnswer answer = asking.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        progress.goesOn(answer.devices().size(), answer.devices().size());
        return answer;
      } catch (TimeoutException notYet) {
        goOn(asking, progress, Math.max(1, question.deviceIds().size()));
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException known
            ? known
            : new IllegalStateException(failed.getCause());
      } catch (InterruptedException stop) {
        asking.cancel(true);
        Thread.currentThread().interrupt();
        throw new BackendException("The wait for the answer was broken off.", stop);
      }
    }
  }

  private static void goOn(FutureTask<?> asking, WhatIfProgress progress, int of) {
    if (!progress.goesOn(0, of)) {
      asking.cancel(true);
      throw new CancellationException();
    }
  }
}
