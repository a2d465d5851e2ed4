package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.Action;
import ai.cryox.core.report.ReportWatch;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Has a server make a report, and waits for it: asks in growing steps how far it is, so that a
/// long one costs few requests, and says so when whoever waits breaks it off. Any thread; blocks.
final class CloudMaking {
  private static final int LONGEST_STEP_SECONDS = 3;
  private static final int MOST_FAILURES = 5;
  private static final long LOOK_MILLIS = 200;

  private final CloudHttp http;

  CloudMaking(CloudHttp http) {
    this.http = http;
  }

  /// Has it made.
  ///
  /// @param url takes the order
  /// @param order its body
  /// @return the id of the draft
  String make(HttpUrl url, @Nullable Object order, ReportWatch watch) {
    Tree taken =
        Asking.act(
            Action.MAKE_REPORT,
            () -> CloudReports.known(() -> http.send("POST", url, order).tree()));
    String jobId = taken.text("jobId", "");
    Tree job = taken;
    int step = 1;
    int failures = 0;
    while (job.text("state", "").equals("making")) {
      try {
        job = later(jobId, step, job, watch);
        step = Math.min(step + 1, LONGEST_STEP_SECONDS);
        failures = 0;
      } catch (CallException failed) {
        if (++failures > MOST_FAILURES || !failed.kind().isNoAnswer()) {
          throw new BackendException(
              failed.sentence()
                  + " The report may have been made all the same: look among the reports.");
        }
      }
    }
    return draft(job);
  }

  private static String draft(Tree job) {
    return switch (job.text("state", "")) {
      case "made" -> job.text("reportId", "");
      case "cancelled" -> throw new CancellationException("The report was broken off.");
      default ->
          throw new BackendException(job.text("detail", "The server could not make the report."));
    };
  }

  /// How far it is in a while, or as soon as it is over.
  private Tree later(String jobId, int seconds, Tree before, ReportWatch watch) {
    HttpUrl url = http.url("report-jobs", jobId).build();
    HttpUrl waiting = url.newBuilder().addQueryParameter("wait", Integer.toString(seconds)).build();
    FutureTask<Tree> asking = new FutureTask<>(() -> http.get(Lane.ACTION, waiting).tree());
    Thread.ofVirtual().name("cloud-report").start(asking);
    boolean cancelled = false;
    while (true) {
      try {
        return asking.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        boolean goesOn = watch.goesOn((int) before.whole("done"), (int) before.whole("of"));
        if (!goesOn && !cancelled) {
          cancelled = true;
          http.delete(url);
        }
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException known
            ? known
            : new IllegalStateException(failed.getCause());
      } catch (InterruptedException stop) {
        asking.cancel(true);
        Thread.currentThread().interrupt();
        throw new BackendException("The wait for the report was broken off.", stop);
      }
    }
  }
}
