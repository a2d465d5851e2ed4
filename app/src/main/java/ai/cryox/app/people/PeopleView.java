package ai.cryox.app.people;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.seat.RoleWords;
import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// Who can sign in, here or at the server that the window looks at, and what they may do. FX thread
/// only.
public final class PeopleView implements Screen {
  private static final double PANEL = 480;

  private final ScreenContext context;
  private final Messages messages;
  private final Label count = Nodes.label("", "muted");
  private final Label placeholder = Nodes.label("", "muted");
  private final WordTable<Account> table;
  private final Button add;
  private final AccountPanel panel;
  private final BorderPane root = new BorderPane();
  private final Refilled<Account> list;
  private int reading;

  /// A list not yet filled.
  public PeopleView(ScreenContext context) {
    this.context = context;
    this.messages = context.messages();
    panel = new AccountPanel(context, this::changed, this::read);
    add = Nodes.button(messages.text("people.add"), "", this::add);
    add.setId("people-new");
    add.getStyleClass().add("primary");
    add.setDisable(true);
    table = new WordTable<>(messages, "accounts", "nav.people", placeholder);
    table.setMinWidth(Nodes.LEAST_LIST);
    placeholder.setWrapText(true);
    table.column("people.name", 170, Account::name);
    table.column("people.signInName", 130, Account::signInName);
    table.column("people.roles", 240, one -> RoleWords.of(one.grants(), messages));
    table.column("people.state", 150, one -> PeopleWords.state(one, messages));
    table.column("people.lastSignIn", 150, this::lastSignIn);
    list = new Refilled<>(table, Account::userId, chosen -> panel.show(chosen, facilities()));
    root.getStyleClass().add("screen");
    var bar =
        Nodes.tools(
            12, Nodes.label(messages.text("nav.people"), "page-title"), count, Nodes.spacer(), add);
    bar.setPadding(new Insets(0, 0, 12, 0));
    Region side = panel.node();
    side.setPrefWidth(PANEL);
    side.visibleProperty().bind(table.getSelectionModel().selectedItemProperty().isNotNull());
    side.managedProperty().bind(side.visibleProperty());
    BorderPane.setMargin(side, new Insets(0, 0, 0, 16));
    root.setTop(bar);
    root.setCenter(table);
    root.setRight(side);
  }

  /// Makes the first account, wherever somebody is.
  ///
  /// @param onAdded told on the FX thread
  public static void addFirst(ScreenContext context, Consumer<Account> onAdded) {
    new AddPersonCard(context, Set.of(), true, onAdded).open();
  }

  private String lastSignIn(Account account) {
    return PeopleWords.lastSignIn(account, context.units(), context.clock().instant());
  }

  private Set<String> facilities() {
    return context.session().live().latest().devices().stream()
        .map(one -> one.device().facilityId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void read() {
    int mine = ++reading;
    placeholder.setText(messages.text("audit.reading"));
    context
        .background()
        .call(
            () -> context.session().people().accounts(),
            accounts -> {
              if (mine == reading) {
                show(accounts);
              }
            },
            sentence -> {
              placeholder.setText(sentence);
              context.frame().say(sentence);
            });
  }

  private void show(List<Account> accounts) {
    placeholder.setText(messages.text("people.none"));
    add.setDisable(false);
    count.setText(messages.text("people.count", context.units().count(accounts.size())));
    // What somebody is typing stays while nothing of the account has changed.
    list.fill(accounts);
  }

  private void added(Account account) {
    context.frame().say(messages.text("people.saved", account.name()));
    list.fill(with(account), account.userId());
    read();
  }

  /// Whoever looks at somebody else by now goes on doing so.
  private void changed(Account account) {
    context.frame().say(messages.text("people.saved", account.name()));
    list.fill(with(account));
    read();
  }

  /// All, as far as they are known, with what one is now.
  private List<Account> with(Account account) {
    List<Account> all = new ArrayList<>(table.getItems());
    int at = all.stream().map(Account::userId).toList().indexOf(account.userId());
    if (at < 0) {
      all.add(account);
    } else {
      all.set(at, account);
    }
    return all;
  }

  private void add() {
    new AddPersonCard(context, facilities(), table.getItems().isEmpty(), this::added).open();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    read();
  }

  @Override
  public void detach() {
    // Nothing is followed.
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
