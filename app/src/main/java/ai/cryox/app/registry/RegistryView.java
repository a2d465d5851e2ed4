package ai.cryox.app.registry;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.FacilityMenu;
import ai.cryox.app.screen.FactPanel;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.screen.WordTable;
import ai.cryox.app.text.Messages;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.people.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// Every device there is: where it is, who it says it is, whether it is let in. FX thread only.
public final class RegistryView implements Screen {
  private static final double FILTER = 130;

  /// Below this width, px, the list leaves out what stands beside it anyway.
  private static final double ROOM_FOR_ALL = 900;

  private final ScreenContext context;
  private final Messages messages;
  private final boolean knowsProofs;
  private final RegistryWords words;
  private final RegistryDeeds deeds;
  private final Choice<Part> part;
  private final FacilityMenu facility;
  private final TextField filter;
  private final FactPanel facts = new FactPanel("registry-facts");
  private final Refilled<Entry> lines;
  private final Label placeholder = Nodes.empty("");
  private final WordTable<Entry> table;
  private final Label count = Nodes.label("", "muted");
  private final BorderPane root = new BorderPane();
  private final LiveView follower = (snapshot, _) -> follow(snapshot);
  private Map<String, Proof> proofs = Map.of();
  private List<Device> devices = List.of();
  private int reading;

  /// What of the registry is shown.
  enum Part {
    /// All devices.
    ALL,
    /// Those that registered themselves by speaking and that nobody has looked at.
    NEW,
    /// Those that prove nothing.
    UNPROVEN,
    /// Those that are turned away.
    DISABLED;

    boolean holds(Entry entry) {
      return switch (this) {
        case ALL -> true;
        case NEW -> !entry.device().confirmed();
        case UNPROVEN -> entry.proof() == null;
        case DISABLED -> entry.isDisabled();
      };
    }
  }

  /// A list not yet filled.
  public RegistryView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    knowsProofs =
        context.session().deviceDesk().isPresent()
            && context.session().who().grants().maySomewhere(Action.REGISTER_DEVICE);
    words = new RegistryWords(context.units(), knowsProofs);
    deeds = new RegistryDeeds(context, this::read);
    part =
        new Choice<>(
            "registry-part",
            knowsProofs ? List.of(Part.values()) : List.of(Part.ALL, Part.NEW),
            one -> messages.of("registrypart", one),
            _ -> show());
    facility = new FacilityMenu(context.units(), this::show);
    table = new WordTable<>(messages, "registry", "nav.registry", placeholder);
    lines = new Refilled<>(table, Entry::deviceId, this::display);
    root.getStyleClass().add("screen");
    filter = SearchField.of(messages, "registry-filter", messages.text("find.prompt"));
    root.setTop(bar());
    root.setCenter(list());
    root.setRight(facts.node());
    BorderPane.setMargin(facts.node(), new Insets(0, 0, 0, 16));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node bar() {
    Button add = Nodes.button(messages.text("registry.add"), "N", this::add);
    add.setId("registry-new");
    add.getStyleClass().add("primary");
    add.setVisible(deeds.canAdd());
    add.setManaged(add.isVisible());
    filter.setPrefWidth(FILTER);
    filter.textProperty().addListener((_, _, _) -> show());
    var bar =
        Nodes.flow(
            Nodes.label(messages.text("nav.registry"), "page-title"),
            part.node(),
            facility.node(),
            filter,
            add,
            count);
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private Node list() {
    table.setMinWidth(Nodes.LEAST_LIST);
    table.column("registry.name", 160, entry -> entry.device().name());
    table.column("registry.device", 130, Entry::deviceId);
    table.column("registry.facility", 130, words::place);
    var zone = table.column("registry.zone", 150, entry -> entry.device().zone());
    var profile = table.column("registry.profile", 190, entry -> words.profile(entry, snapshot()));
    table.column("registry.state", 90, words::state);
    if (knowsProofs) {
      table.column("registry.proof", 180, entry -> words.proof(entry, context.clock().instant()));
    }
    table
        .widthProperty()
        .addListener((_, _, width) -> {
          zone.setVisible(width.doubleValue() >= ROOM_FOR_ALL);
          profile.setVisible(zone.isVisible());
        });
    return table;
  }

  private LiveSnapshot snapshot() {
    return context.session().live().latest();
  }

  private void display(@Nullable Entry row) {
    if (row == null) {
      facts.show(List.of());
    } else {
      facts.show(
          words.facts(row, snapshot(), context.clock().instant()),
          Nodes.flow(deeds.buttons(row).toArray(Node[]::new)));
    }
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    Entry row = table.selected();
    boolean taken =
        switch (event.getCode()) {
          case N -> done(this::add);
          case ENTER -> row != null && done(() -> deeds.visit(row));
          default -> row != null && deeds.press(row, event.getCode());
        };
    if (taken) {
      event.consume();
    }
  }

  private static boolean done(Runnable action) {
    action.run();
    return true;
  }

  private void add() {
    if (deeds.canAdd()) {
      Entry row = table.selected();
      new AddCard(context, this::read)
          .open(row == null ? facility.chosen() : row.device().facilityId());
    }
  }

  /// Draws anew if an entry is another than before.
  private void follow(LiveSnapshot snapshot) {
    facility.offer(snapshot);
    List<DeviceLive> live = snapshot.devices();
    boolean same = live.size() == devices.size();
    for (int i = 0; same && i < devices.size(); i++) {
      same = live.get(i).device().equals(devices.get(i));
    }
    if (!same) {
      devices = live.stream().map(DeviceLive::device).toList();
      show();
    }
  }

  private void read() {
    if (!knowsProofs) {
      show();
      return;
    }
    int mine = ++reading;
    context
        .background()
        .call(
            () -> {
              Map<String, Proof> found = new HashMap<>();
              for (Map<String, String> row : deeds.desk().call("device/list", Map.of())) {
                Proof proof = Proof.of(row);
                if (proof != null) {
                  found.put(row.getOrDefault("deviceId", ""), proof);
                }
              }
              return found;
            },
            found -> {
              if (mine == reading) {
                proofs = found;
                show();
              }
            },
            context.frame()::say);
  }

  private void show() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    List<Entry> shown = new ArrayList<>();
    for (Device device : devices) {
      Entry entry = new Entry(device, proofs.get(device.deviceId()));
      if (part.chosen().holds(entry)
          && (facility.chosen() == null || device.facilityId().equals(facility.chosen()))
          && entry.says(wanted, words.place(entry))) {
        shown.add(entry);
      }
    }
    placeholder.setText(
        messages.text(devices.isEmpty() ? "registry.none" : "registry.noneOfThese"));
    count.setText(messages.text("registry.count", shown.size()));
    lines.fill(shown);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    context.pulse().attach(follower);
    read();
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
