package ai.cryox.app.start;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ShownOnce;
import ai.cryox.app.text.Messages;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How a sensor connects, once it was added: what must be typed into it, and the same as a QR code.
/// Its key is shown this once. FX thread only.
public final class ConnectionFacts {
  private static final int MODULE = 4;

  private final Messages messages;
  private final Map<String, String> row;
  private final String headline;

  /// @param row as the desk for devices tells it
  /// @param headline the text that says what was done, of the device's id
  public ConnectionFacts(Messages messages, Map<String, String> row, String headline) {
    this.messages = messages;
    this.row = row;
    this.headline = headline;
  }

  /// As devices made for Azure IoT Hub take it.
  static String connectionString(Map<String, String> row) {
    return "HostName=%s;DeviceId=%s;SharedAccessKey=%s"
        .formatted(text(row, "host"), text(row, "deviceId"), text(row, "primaryKey"));
  }

  private static String text(Map<String, String> row, String name) {
    return row.getOrDefault(name, "");
  }

  /// The node to show.
  public Node node() {
    return row.containsKey("primaryKey") ? withKey() : withoutKey();
  }

  /// Who proves itself with a certificate types no secret.
  private Node withoutKey() {
    String port = row.get("port");
    boolean here = "AUTHORITY".equals(row.get("method"));
    VBox facts =
        new VBox(
            8,
            wrapped(
                messages.text(
                    here ? "registry.addedForCertificate" : "registry.addedByThumbprint",
                    text(row, "deviceId"))));
    facts.getChildren().addAll(way(port));
    addHint(facts, port);
    return facts;
  }

  private List<Node> way(@Nullable String port) {
    return List.of(
        fact("start.host", text(row, "host")),
        fact("start.port", port == null ? "–" : port),
        fact("start.topic", "devices/%s/messages/events/".formatted(text(row, "deviceId"))),
        trusted(text(row, "authority")));
  }

  private void addHint(VBox facts, @Nullable String port) {
    String hint = hint(port);
    if (hint != null) {
      Label label = wrapped(hint);
      label.setId("start-hint");
      facts.getChildren().add(label);
    }
  }

  private Node withKey() {
    String line = connectionString(row);
    String port = row.get("port");
    TextField whole = ShownOnce.field("start-connection", messages.text("start.connection"), line);
    Button copy = ShownOnce.copy(messages, "start-copy", line);
    ImageView picture = new ImageView(QrPicture.of(line, MODULE));
    picture.setId("start-qr");
    picture.setAccessibleText(messages.text("start.qr"));
    VBox facts = new VBox(8, wrapped(messages.text(headline, text(row, "deviceId"))));
    facts.getChildren().addAll(way(port));
    facts
        .getChildren()
        .addAll(wrapped(messages.text("start.connection")), Nodes.row(8, grown(whole), copy));
    addHint(facts, port);
    HBox.setHgrow(facts, Priority.ALWAYS);
    return new HBox(20, facts, picture);
  }

  /// What is in the way of a sensor's first reading.
  private @Nullable String hint(@Nullable String port) {
    if (port != null) {
      return null;
    }
    String plain = row.get("plainPort");
    return plain == null ? messages.text("start.noPort") : messages.text("start.onlyHere", plain);
  }

  private static Node grown(Region node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  private static Label wrapped(String text) {
    Label label = Nodes.label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// The file with the authority's certificate: paths are long, and one wants to have them whole.
  private Node trusted(String path) {
    Label said = wrapped(path);
    said.setId("start-authority");
    said.getStyleClass().add("mono");
    said.setMinWidth(0);
    said.setMaxWidth(Double.MAX_VALUE);
    return Nodes.row(
        8,
        name("start.authority"),
        grown(said),
        ShownOnce.copy(messages, "start-authority-copy", path));
  }

  private Label name(String key) {
    Label name = Nodes.label(messages.text(key), "muted");
    name.setMinWidth(90);
    return name;
  }

  private Node fact(String key, String value) {
    Label said = Nodes.label(value, "mono");
    said.setMinWidth(0);
    return Nodes.row(8, name(key), said);
  }
}
