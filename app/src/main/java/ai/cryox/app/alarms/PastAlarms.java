package ai.cryox.app.alarms;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// Alarms that once were, page by page: all, or those of one device. FX thread only.
final class PastAlarms {
  private static final int PAGE = 200;
  private static final Duration PAST = Duration.ofDays(3_650);

  private final ScreenContext context;
  private final AlarmsModel model;
  private final Predicate<AlarmRow> wanted;
  private final FilteredList<AlarmRow> rows;
  private final Button more;
  private Instant until = Instant.EPOCH;
  private @Nullable String nextToken;
  private @Nullable Of only;
  private int reading;

  /// Whose alarms are wanted.
  ///
  /// @param since raised no earlier
  record Of(String deviceId, Instant since) {}

  PastAlarms(ScreenContext context, AlarmsModel model, Predicate<AlarmRow> wanted) {
    this.context = context;
    this.model = model;
    this.wanted = wanted;
    rows = new FilteredList<>(model.past());
    more = Nodes.button(context.messages().text("action.loadMore"), "", () -> page(nextToken));
    more.managedProperty().bind(more.visibleProperty());
    more.setVisible(false);
  }

  ObservableList<AlarmRow> rows() {
    return rows;
  }

  /// The button that reads on.
  Button more() {
    return more;
  }

  /// Whether there is more to read.
  boolean hasMore() {
    return nextToken != null;
  }

  /// Leaves out what is not wanted any more.
  void filter() {
    rows.setPredicate(wanted);
  }

  /// Reads the newest.
  void read() {
    until = context.clock().instant().plusSeconds(600);
    page(null);
  }

  /// Reads those of one device only, or of all again.
  ///
  /// @param wanted `null` for all
  void read(@Nullable Of wanted) {
    only = wanted;
    read();
  }

  /// What is asked for.
  private AlarmQuery query() {
    Of wanted = only;
    return wanted == null
        ? new AlarmQuery(null, null, null, until.minus(PAST), until)
        : new AlarmQuery(null, wanted.deviceId, null, wanted.since, until);
  }

  private void page(@Nullable String token) {
    int mine = ++reading;
    AlarmQuery query = query();
    context
        .background()
        .call(
            () -> context.session().alarms(query, new PageRequest(PAGE, token)),
            page -> {
              if (mine != reading || !query.equals(query())) {
                return;
              }
              model.showPast(page.items(), token != null);
              nextToken = page.continuationToken();
              more.setVisible(nextToken != null);
            },
            context.frame()::say);
  }
}
