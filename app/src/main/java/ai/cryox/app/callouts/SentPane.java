package ai.cryox.app.callouts;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SentWords;
import ai.cryox.app.screen.WordTable;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.page.PageRequest;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was sent to whom, newest first, with the receipt or why it did not arrive. FX thread only.
final class SentPane {
  private static final int PAGE = 200;

  private final ScreenContext context;
  private final Label placeholder = Nodes.label("", "muted");
  private final WordTable<Notification> table;
  private final Button more;
  private final VBox root;
  private @Nullable String nextToken;
  private int reading;

  SentPane(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    SentWords words = new SentWords(context.units());
    table = new WordTable<>(messages, "sent", "part.sent", placeholder);
    table.column(
        "callouts.when",
        110,
        sent -> context.units().timeSince(sent.createdAt(), context.clock().instant()));
    table.column("policy.whom", 130, Notification::recipient);
    table.column("policy.channels", 90, sent -> messages.of("channel", sent.channel()));
    table.column("callouts.what", 420, Notification::subject);
    table.column("callouts.outcome", 340, words::outcome);
    more = Nodes.button(messages.text("action.loadMore"), "", () -> read(nextToken));
    more.managedProperty().bind(more.visibleProperty());
    more.setVisible(false);
    root = new VBox(8, table, more);
    VBox.setVgrow(table, Priority.ALWAYS);
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
                table.getItems().setAll(page.items());
              } else {
                table.getItems().addAll(page.items());
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
