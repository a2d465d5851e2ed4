package ai.cryox.app.servers;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.backend.Place;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Asks for a server's address, looks at it, and shows its certificate to whoever is to trust it.
/// FX thread only.
final class AddServerCard {
  private static final int WIDTH = 680;

  private final ScreenContext context;
  private final Messages messages;
  private final Servers servers;
  private final Consumer<Server> onAdded;
  private final Field<URI> address;
  private final TextField name = new TextField();
  private final TextField facilities = new TextField();
  private final ChoiceBox<Place> place = new ChoiceBox<>();
  private final VBox seen = new VBox(6);
  private final Label trouble = Nodes.trouble();
  private final Button test;
  private final Button save;
  private @Nullable Look look;

  AddServerCard(ScreenContext context, Servers servers, Consumer<Server> onAdded) {
    this.context = context;
    this.messages = context.messages();
    this.servers = servers;
    this.onAdded = onAdded;
    address =
        new Field<>(
                messages.text("server.address"),
                AddServerCard::address,
                messages.text("server.addressHint"))
            .onChange(_ -> unseen());
    address.node().setId("server-address");
    address.node().setPromptText("https://server.example:8443");
    name.setId("server-name");
    facilities.setId("server-facilities");
    facilities.setPromptText(messages.text("server.facilitiesHint"));
    place.getItems().setAll(Place.FACILITY_SERVER, Place.CLOUD);
    place.setValue(Place.FACILITY_SERVER);
    place.setId("server-place");
    place.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Place one) {
            return messages.of("place", one);
          }

          @Override
          public Place fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    test = Nodes.button(messages.text("server.test"), "", this::test);
    test.setId("server-test");
    trouble.setId("server-trouble");
    save = Nodes.button(messages.text("server.trust"), "", this::save);
    save.setId("server-save");
    save.getStyleClass().add("primary");
    save.setDisable(true);
    seen.setId("server-seen");
  }

  void open() {
    Form form =
        new Form()
            .add(messages.text("server.address"), address.node())
            .add(messages.text("server.name"), name)
            .add(messages.text("server.place"), place)
            .add(messages.text("server.facilities"), facilities);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    context
        .frame()
        .openCard(
            new Card(messages.text("server.addTitle"), WIDTH)
                .add(form.node())
                .add(seen)
                .add(trouble)
                .buttons(cancel, test, save)
                .node(),
            address.node());
  }

  /// What people type, with what they leave out; `null` if it is no address.
  static @Nullable URI address(String text) {
    String typed = text.strip();
    String whole = typed.contains("://") ? typed : "https://" + typed;
    try {
      URI uri = URI.create(whole.replaceAll("/+$", ""));
      boolean isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean isBare =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawPath().isEmpty();
      return isHttp && isBare ? uri : null;
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private void unseen() {
    look = null;
    seen.getChildren().clear();
    save.setDisable(true);
  }

  private void test() {
    URI wanted = address.value();
    if (wanted == null) {
      Nodes.say(trouble, address.hint());
      return;
    }
    Nodes.say(trouble, "");
    unseen();
    test.setDisable(true);
    context
        .background()
        .call(
            () -> servers.look(wanted),
            found -> {
              test.setDisable(false);
              // What was looked at says nothing of an address that was typed meanwhile.
              if (wanted.equals(address.value())) {
                show(wanted, found);
              }
            },
            sentence -> {
              test.setDisable(false);
              context.frame().refuse(trouble, sentence);
            });
  }

  private void show(URI wanted, Look found) {
    look = found;
    Look.Certificate certificate = found.certificate();
    if (certificate == null) {
      boolean onThisMachine = isLoopback(wanted);
      line(messages.text(onThisMachine ? "server.plainHere" : "server.plain"), !onThisMachine);
      save.setDisable(!onThisMachine);
      return;
    }
    line(
        messages.text(
            certificate.trusted()
                ? "server.trusted"
                : certificate.isSelfMade() ? "server.selfMade" : "server.unknownIssuer"),
        !certificate.trusted());
    line(messages.text("server.subject", certificate.subject()), false);
    line(messages.text("server.issuer", certificate.issuer()), false);
    line(
        messages.text(
            "server.valid",
            context.units().day(certificate.from()),
            context.units().day(certificate.until())),
        false);
    Label fingerprint = line(messages.text("server.fingerprint", certificate.fingerprint()), false);
    fingerprint.setId("server-fingerprint");
    fingerprint.getStyleClass().add("mono");
    save.setDisable(false);
  }

  private static boolean isLoopback(URI uri) {
    String host = String.valueOf(uri.getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private Label line(String text, boolean warning) {
    Label line = Nodes.label(text, warning ? "trouble" : "card-text");
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    seen.getChildren().add(line);
    return line;
  }

  private void save() {
    URI at = address.value();
    Look shown = look;
    if (at == null || shown == null) {
      return;
    }
    Look.Certificate certificate = shown.certificate();
    String pin = certificate == null || certificate.trusted() ? null : certificate.sha256();
    String called = name.getText().isBlank() ? at.getHost() : name.getText().strip();
    List<String> named =
        Arrays.stream(facilities.getText().split("[,;\\s]+"))
            .filter(one -> !one.isBlank())
            .toList();
    Server server =
        new Server(UUID.randomUUID().toString(), called, at, place.getValue(), named, pin, "");
    save.setDisable(true);
    context
        .background()
        .call(
            () -> {
              servers.save(server);
              return server;
            },
            saved -> {
              context.frame().closeCard(save);
              onAdded.accept(saved);
            },
            sentence -> {
              save.setDisable(look == null);
              context.frame().refuse(trouble, sentence);
            });
  }
}
