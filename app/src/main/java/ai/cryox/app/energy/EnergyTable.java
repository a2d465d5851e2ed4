package ai.cryox.app.energy;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.WordTable;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The units that said their power, those that draw most first. The selected unit stays selected
/// while the rows around it are read anew. FX thread only.
final class EnergyTable {
  private static final Comparator<EnergyRow> MOST_FIRST =
      Comparator.comparingDouble((EnergyRow row) -> -row.energy().watts())
          .thenComparing(row -> row.device().deviceId());

  /// Px: all figures, whole.
  private static final double LEAST_WIDTH = 860;

  /// Px: the names of the columns and three rows.
  private static final double LEAST_HEIGHT = 150;

  private final Runnable onSelect;
  private final Label note = Nodes.label("", "empty-note");
  private final WordTable<EnergyRow> table;
  private @Nullable String chosenUnit;
  private boolean showing;

  /// @param onSelect run when a person selects another unit
  EnergyTable(EnergyWords words, Runnable onSelect) {
    this.onSelect = onSelect;
    note.setWrapText(true);
    table = new WordTable<>(words.units().messages(), "energy", "nav.energy", note);
    table.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    table.column("energy.unit", 190, row -> row.device().name());
    table.column("energy.facility", 130, row -> words.units().place(row.device().facilityId()));
    table.column("energy.power", 90, row -> words.watts(row.energy().watts()));
    table.column("energy.drawn", 100, row -> words.energy(row.energy().kilowattHours()));
    table.column("energy.perDay", 100, row -> words.energy(row.energy().kilowattHoursPerDay()));
    table.column("energy.efficiency", 90, words::efficiency);
    table.column("energy.cost", 110, words::cost);
    table.column("energy.baseline", 90, words::baseline);
    table.column("energy.savedColumn", 150, words::saved);
    table.column("energy.said", 90, row -> words.share(row.energy().share()));
    table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> selected(row));
  }

  private void selected(@Nullable EnergyRow row) {
    if (!showing) {
      chosenUnit = row == null ? null : row.device().deviceId();
      onSelect.run();
    }
  }

  TableView<EnergyRow> node() {
    return table;
  }

  /// The units that are shown.
  List<EnergyRow> rows() {
    return List.copyOf(table.getItems());
  }

  /// The unit that is selected, or `null`.
  @Nullable EnergyRow selected() {
    return table.selected();
  }

  /// Shows those of them that said their power.
  void show(List<EnergyRow> read) {
    List<EnergyRow> known =
        read.stream().filter(row -> row.energy().isKnown()).sorted(MOST_FIRST).toList();
    showing = true;
    if (!known.equals(table.getItems())) {
      table.getItems().setAll(known);
    }
    int index =
        chosenUnit == null
            ? -1
            : known.stream().map(row -> row.device().deviceId()).toList().indexOf(chosenUnit);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
    } else {
      table.getSelectionModel().clearSelection();
    }
    showing = false;
  }

  /// Says why there is no unit.
  void say(String why) {
    note.setText(why);
  }
}
