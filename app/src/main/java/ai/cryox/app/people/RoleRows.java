package ai.cryox.app.people;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which roles somebody has, where, and what each of them may do in words. FX thread only.
final class RoleRows {
  private static final double BELOW_THE_BOX = 27;

  private final Messages messages;
  private final Runnable onChange;
  private final List<Row> rows = new ArrayList<>();
  private final VBox root = new VBox(10);

  /// @param facilities that can be named
  /// @param grants what they have
  RoleRows(Messages messages, Collection<String> facilities, Grants grants, Runnable onChange) {
    this.messages = messages;
    this.onChange = onChange;
    Set<String> all = new TreeSet<>(facilities);
    grants.all().stream()
        .filter(grant -> !grant.isEverywhere())
        .forEach(grant -> all.add(grant.facilityId()));
    for (Role role : Role.values()) {
      Row row = new Row(role, all);
      row.show(grants);
      rows.add(row);
      root.getChildren().add(row.node());
    }
  }

  /// What is chosen now.
  Grants grants() {
    return new Grants(
        rows.stream()
            .flatMap(row -> row.grants().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  Node node() {
    return root;
  }

  /// One role.
  private final class Row {
    private final Role role;
    private final CheckBox has = new CheckBox();
    private final MenuButton where = new MenuButton();
    private final CheckMenuItem everywhere;
    private final List<CheckMenuItem> places = new ArrayList<>();

    Row(Role role, Set<String> facilities) {
      this.role = role;
      has.setText(messages.of("role", role));
      has.setId("role-" + role.wireName());
      has.setOnAction(_ -> changed());
      where.setId("role-where-" + role.wireName());
      where.setAccessibleText(messages.text("people.where"));
      everywhere = new CheckMenuItem(messages.text("people.everywhere"));
      everywhere.setOnAction(_ -> {
        places.forEach(one -> one.setSelected(false));
        everywhere.setSelected(true);
        changed();
      });
      for (String facility : facilities) {
        CheckMenuItem item = new CheckMenuItem(facility);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
          everywhere.setSelected(places.stream().noneMatch(CheckMenuItem::isSelected));
          changed();
        });
        places.add(item);
      }
      where.getItems().add(everywhere);
      where.getItems().addAll(places);
      where.setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(Grants grants) {
      Set<String> at =
          grants.all().stream()
              .filter(grant -> grant.role() == role)
              .map(Grant::facilityId)
              .collect(Collectors.toUnmodifiableSet());
      has.setSelected(!at.isEmpty());
      everywhere.setSelected(at.isEmpty() || at.contains(Grant.EVERYWHERE));
      places.forEach(
          one -> one.setSelected(!everywhere.isSelected() && at.contains(one.getText())));
      label();
    }

    private void changed() {
      label();
      onChange.run();
    }

    private void label() {
      where.setDisable(!has.isSelected());
      where.setText(
          everywhere.isSelected()
              ? messages.text("people.everywhere")
              : places.stream()
                  .filter(CheckMenuItem::isSelected)
                  .map(CheckMenuItem::getText)
                  .collect(Collectors.joining(", ")));
    }

    Set<Grant> grants() {
      if (!has.isSelected()) {
        return Set.of();
      }
      return everywhere.isSelected()
          ? Set.of(Grant.everywhere(role))
          : places.stream()
              .filter(CheckMenuItem::isSelected)
              .map(one -> new Grant(role, one.getText()))
              .collect(Collectors.toUnmodifiableSet());
    }

    Node node() {
      Label does = Nodes.label(messages.of("may", role), "muted");
      does.setWrapText(true);
      does.setMinHeight(Region.USE_PREF_SIZE);
      does.setPadding(new Insets(0, 0, 0, BELOW_THE_BOX));
      return new VBox(2, Nodes.row(12, has, Nodes.spacer(), where), does);
    }
  }
}
