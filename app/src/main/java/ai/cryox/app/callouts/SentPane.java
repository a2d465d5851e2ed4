package ai.cryox.app.callouts;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SentWords;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.page.PageRequest;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was sent to whom, newest first, with the receipt or why it did not arrive. FX thread only.
final class SentPane {
  private static final int PAGE = 200;

  private final ScreenContext context;
  private final ObservableList<Notification> rows = FXCollections.observableArrayList();
  private final TableView<Notification> table = new TableView<>(rows);
  private final Label placeholder = Nodes.label("", "muted");
  private final Button more;
  private final VBox root;
  private @Nullable String nextToken;
  private int reading;

  SentPane(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    SentWords words = new SentWords(context.units());
    table.setId("sent");
    table.setFixedCellSize(36);
    table.setAccessibleText(messages.text("part.sent"));
    table.setPlaceholder(placeholder);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(
        "callouts.when",
        110,
        sent -> context.units().timeSince(sent.createdAt(), context.clock().instant()));
    column("policy.whom", 130, Notification::recipient);
    column("policy.channels", 90, sent -> messages.of("channel", sent.channel()));
    column("callouts.what", 420, Notification::subject);
    column("callouts.outcome", 340, words::outcome);
    more = Nodes.button(messages.text("action.loadMore"), "", () -> read(nextToken));
    more.managedProperty().bind(more.visibleProperty());
    more.setVisible(false);
    root = new VBox(8, table, more);
    VBox.setVgrow(table, Priority.ALWAYS);
  }

  private void column(String key, double width, Function<Notification, String> words) {
    TableColumn<Notification, String> column = new TableColumn<>(context.messages().text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
    table.getColumns().add(column);
  }

  Node node() {
    return root;
  }

  /// Reads the newest.
  void read() {
    placeholder.setText(context.messages().text("screen.reading"));
    read(null);
  }

  private void read(@Nullable String token) {
    int mine = ++reading;
    context
        .background()
        .call(
            () -> context.session().callouts().recent(new PageRequest(PAGE, token)),
            page -> {
              if (mine != reading) {
                return;
              }
              if (token == null) {
                rows.setAll(page.items());
              } else {
                rows.addAll(page.items());
              }
              placeholder.setText(context.messages().text("callouts.noneSent"));
              nextToken = page.continuationToken();
              more.setVisible(nextToken != null);
            },
            sentence -> {
              if (mine == reading) {
                placeholder.setText(sentence);
                context.frame().say(sentence);
              }
            });
  }
}
