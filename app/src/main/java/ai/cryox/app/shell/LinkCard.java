package ai.cryox.app.shell;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.link.LinkStatus;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The links to other brokers, each with its state and why; goes with the time while it is open. FX
/// thread only.
final class LinkCard {
  private static final int WIDTH = 640;
  private static final int BESIDE_SCROLL_BAR = 14;
  private static final int MOST_HEIGHT = 420;

  private final ScreenContext context;
  private final VBox list = new VBox(16);
  private List<LinkStatus> shown = List.of();

  LinkCard(ScreenContext context) {
    this.context = context;
    list.setId("links");
    list.setPadding(new Insets(0, BESIDE_SCROLL_BAR, 0, 0));
  }

  void open() {
    Button close =
        Nodes.button(context.messages().text("action.close"), "Esc", context.frame()::closeCard);
    ScrollPane scroll = Nodes.sharp(new ScrollPane(list));
    scroll.setFitToWidth(true);
    // As high as its wrapped sentences need.
    scroll.prefViewportHeightProperty().bind(list.heightProperty());
    scroll.setMaxHeight(MOST_HEIGHT);
    Card card = new Card(context.messages().text("links.title"), WIDTH);
    context.frame().openCard(card.add(scroll).buttons(close).node(), close);
  }

  void show(List<LinkStatus> links, Instant now) {
    if (!links.equals(shown)) {
      shown = links;
      list.getChildren().setAll(links.stream().map(link -> entry(link, now)).toList());
    }
  }

  private Node entry(LinkStatus link, Instant now) {
    var messages = context.messages();
    var units = context.units();
    Label state =
        Nodes.label(
            messages.text(
                "links.line",
                messages.of("link", link.state()),
                units.timeSince(link.since(), now)),
            link.state().isUp() ? "link-up" : "link-down");
    Label sentence = Nodes.label(link.sentence());
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    Label counts =
        Nodes.label(
            messages.text(
                "links.counts",
                link.counts().received(),
                link.counts().acknowledged(),
                link.counts().interruptions()),
            "link-counts");
    return new VBox(
        4,
        Nodes.row(12, Nodes.label(link.name(), "link-name"), Nodes.spacer(), state),
        sentence,
        counts);
  }
}
