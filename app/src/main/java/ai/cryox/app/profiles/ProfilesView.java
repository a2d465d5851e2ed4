package ai.cryox.app.profiles;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All storage profiles, and a form to change those that people made. What ships can be copied. FX
/// thread only.
public final class ProfilesView implements Screen {
  /// Px: a name and what answers it.
  private static final double LEAST_FORM = 620;

  private final ScreenContext context;
  private final Messages messages;
  private final ObservableList<StorageProfile> profiles = FXCollections.observableArrayList();
  private final ListView<StorageProfile> list = new ListView<>(profiles);
  private final BorderPane root = new BorderPane();
  private final BorderPane page = new BorderPane();
  private final Label note = Nodes.label("", "muted");
  private final Button copy;
  private final Button whatIf;
  private final Button devices;
  private final Button remove;
  private final Button save;
  private @Nullable ProfileForm form;
  private @Nullable StorageProfile shown;
  private boolean filling;
  private int reading;

  /// A page not yet filled.
  public ProfilesView(ScreenContext context) {
    this.context = context;
    messages = context.messages();
    copy = button("profile.copy", "C", this::copy);
    whatIf = button("profile.whatif", "W", () -> ask(false));
    devices = button("profile.devices", "D", this::assign);
    remove = button("action.remove", "", this::remove);
    save = button("profile.saveAsk", messages.key("Ctrl+S"), () -> ask(true));
    save.getStyleClass().add("primary");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    page.setMinWidth(LEAST_FORM);
    list.setId("profiles");
    list.setPrefWidth(280);
    list.setFixedCellSize(40);
    list.setCellFactory(_ -> new ProfileCell());
    list.setAccessibleText(messages.text("nav.profiles"));
    list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> selected());
    page.getStyleClass().add("panel");
    BorderPane.setMargin(page, new Insets(0, 0, 0, 16));
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.setLeft(list);
    root.setCenter(page);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    show(null);
  }

  private Button button(String key, String cap, Runnable action) {
    Button button = Nodes.button(messages.text(key), cap, action);
    button.setId(key.replace('.', '-'));
    return button;
  }

  private Node bar() {
    var bar =
        Nodes.tools(
            8,
            Nodes.label(messages.text("nav.profiles"), "page-title"),
            Nodes.spacer(),
            copy,
            devices,
            whatIf,
            remove,
            save);
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
      save.fire();
    } else if (event.isShortcutDown() || event.getTarget() instanceof TextInputControl) {
      return;
    } else if (event.getCode() == KeyCode.C) {
      copy.fire();
    } else if (event.getCode() == KeyCode.W) {
      whatIf.fire();
    } else if (event.getCode() == KeyCode.D) {
      devices.fire();
    } else {
      return;
    }
    event.consume();
  }

  private static boolean ships(StorageProfile profile) {
    return StorageProfiles.byId(profile.id()).isPresent();
  }

  /// What is being typed stays while another answer says the same of the profile.
  private void selected() {
    StorageProfile one = list.getSelectionModel().getSelectedItem();
    if (!filling && !Objects.equals(one, shown)) {
      show(one);
    }
  }

  private void show(@Nullable StorageProfile profile) {
    shown = profile;
    form = null;
    page.setCenter(null);
    if (profile != null) {
      ProfileForm made = new ProfileForm(context.units(), profile, !ships(profile), this::allow);
      form = made;
      note.setText(
          messages.text(ships(profile) ? "profile.ships" : "profile.usedBy", used(profile)));
      VBox content = new VBox(14, note, made.node());
      page.setCenter(Nodes.scroll(content));
    }
    allow();
  }

  private long used(StorageProfile profile) {
    return context.session().live().latest().devices().stream()
        .filter(live -> profile.id().equals(live.device().profileId()))
        .count();
  }

  private void allow() {
    StorageProfile chosen = list.getSelectionModel().getSelectedItem();
    boolean own = chosen != null && !ships(chosen);
    boolean sensible = form != null && form.makesSense();
    copy.setDisable(chosen == null);
    devices.setDisable(chosen == null);
    remove.setDisable(!own);
    save.setDisable(!own || !sensible);
    whatIf.setDisable(!own || !sensible);
  }

  private void copy() {
    StorageProfile from = list.getSelectionModel().getSelectedItem();
    if (from != null) {
      String name = messages.text("profile.copyOf", from.name());
      StorageProfile made =
          new StorageProfile(
              freeId(from.id()), name, from.limits(), from.cumulative(), from.rate());
      store(() -> context.session().saveProfile(made), made.id(), copy);
    }
  }

  private String freeId(String like) {
    String base = like.length() > 56 ? like.substring(0, 56) : like;
    for (int i = 2; ; i++) {
      String id = base + "-" + i;
      if (profiles.stream().noneMatch(one -> one.id().equals(id))) {
        return id;
      }
    }
  }

  /// Nobody saves limits without having seen what they would have done.
  private void ask(boolean saving) {
    if (form != null && form.makesSense()) {
      StorageProfile wanted = form.profile();
      Consumer<Node> store =
          part -> store(() -> context.session().saveProfile(wanted), wanted.id(), part);
      new WhatIfCard(context, wanted).open(saving ? store : null);
    }
  }

  private void assign() {
    StorageProfile chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      new ProfileDevices(context, chosen).open();
    }
  }

  /// Without asking, as there is a way back.
  private void remove() {
    StorageProfile chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      Supplier<Map<String, String>> removal =
          () -> {
            context.session().removeProfile(chosen.id());
            return Map.of();
          };
      store(removal, "", remove, () -> offerBack(chosen));
    }
  }

  private void offerBack(StorageProfile removed) {
    context
        .frame()
        .offerUndo(
            messages.text("profile.removed", removed.name()),
            () ->
                store(
                    () -> context.session().saveProfile(removed),
                    removed.id(),
                    remove,
                    () -> context.frame().say(messages.text("done.undone"))));
  }

  private <T> void store(Supplier<T> work, String select, Node from) {
    store(work, select, from, () -> context.frame().say(messages.text(done(from))));
  }

  /// @param from pressed to have it stored
  /// @param tell says that it is
  private <T> void store(Supplier<T> work, String select, Node from, Runnable tell) {
    StorageProfile chosen = list.getSelectionModel().getSelectedItem();
    context
        .background()
        .call(
            work,
            _ -> {
              if (!from.equals(copy) && !from.equals(remove)) {
                context.frame().closeCard(from);
              }
              tell.run();
              // Whoever looks at another one by now goes on doing so.
              boolean stays = Objects.equals(chosen, list.getSelectionModel().getSelectedItem());
              read(stays ? select : "");
            },
            context.frame()::say);
  }

  private String done(Node from) {
    return from.equals(copy) ? "profile.copied" : "profile.saved";
  }

  private void read(String select) {
    int mine = ++reading;
    StorageProfile chosen = list.getSelectionModel().getSelectedItem();
    context
        .background()
        .call(
            context.session()::profiles,
            found -> {
              if (mine == reading) {
                StorageProfile now = list.getSelectionModel().getSelectedItem();
                boolean stays = Objects.equals(chosen, now);
                fill(found, now == null || (stays && !select.isEmpty()) ? select : now.id());
              }
            },
            context.frame()::say);
  }

  private void fill(List<StorageProfile> found, String select) {
    filling = true;
    if (!found.equals(profiles)) {
      profiles.setAll(found);
    }
    int index = found.stream().map(StorageProfile::id).toList().indexOf(select);
    list.getSelectionModel().clearAndSelect(Math.max(0, index));
    filling = false;
    selected();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    if (profiles.isEmpty()) {
      read("");
    }
  }

  @Override
  public void detach() {
    // What was typed stays.
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  private static final class ProfileCell extends ListCell<StorageProfile> {
    @Override
    protected void updateItem(@Nullable StorageProfile profile, boolean empty) {
      super.updateItem(profile, empty);
      setText(empty || profile == null ? null : profile.name());
      getStyleClass().remove("bold");
      if (profile != null && !empty && !ships(profile)) {
        getStyleClass().add("bold");
      }
    }
  }
}
