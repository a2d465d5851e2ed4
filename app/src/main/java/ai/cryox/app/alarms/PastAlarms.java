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

/// Alarms that once were, page by page. FX thread only.
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

  PastAlarms(ScreenContext context, AlarmsModel model, Predicate<AlarmRow> wanted) {
    this.context = context;
    this.model = model;
    this.wanted = wanted;
    rows = new FilteredList<>(model.past());
    more = Nodes.button(context.messages().text("action.loadMore"), "", () -> read(nextToken));
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
    read(null);
  }

  private void read(@Nullable String token) {
    AlarmQuery query = new AlarmQuery(null, null, null, until.minus(PAST), until);
    context
        .background()
        .call(
            () -> context.session().alarms(query, new PageRequest(PAGE, token)),
            page -> {
              model.showPast(page.items(), token != null);
              nextToken = page.continuationToken();
              more.setVisible(nextToken != null);
            },
            context.frame()::say);
  }
}
