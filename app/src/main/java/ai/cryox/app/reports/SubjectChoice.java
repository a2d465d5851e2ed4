package ai.cryox.app.reports;

import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchBox;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.PlaceName;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.report.ReportKind;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What a report is to be about: its kind, a facility, and one unit of it or all. FX thread only.
final class SubjectChoice {
  private final ScreenContext context;
  private final Messages messages;
  private final ComboBox<ReportKind> kind = new ComboBox<>();
  private final ComboBox<String> facility = new ComboBox<>();
  private final SearchBox<String> unit;

  /// @param prefix of the ids of its boxes
  /// @param onChange told when something else is chosen
  SubjectChoice(ScreenContext context, String prefix, Runnable onChange) {
    this.context = context;
    this.messages = context.messages();
    unit = new SearchBox<>(messages);
    named(kind, prefix + "-kind", "reports.kind", one -> messages.of("reportkind", one));
    named(facility, prefix + "-facility", "reports.facility", PlaceName::of);
    named(unit, prefix + "-unit", "reports.unit", this::unitName);
    kind.getItems().setAll(ReportKind.values());
    facility
        .getItems()
        .setAll(
            context.session().live().latest().devices().stream()
                .map(live -> live.device().facilityId())
                .distinct()
                .sorted()
                .toList());
    facility.valueProperty().addListener((_, _, _) -> offerUnits());
    kind.valueProperty().addListener((_, _, _) -> onChange.run());
    unit.valueProperty().addListener((_, _, _) -> onChange.run());
  }

  private <T> void named(ComboBox<T> box, String id, String key, Function<T, String> words) {
    name(box, id, messages.text(key), words);
  }

  /// Makes a box choosable by words.
  static <T> void name(ComboBox<T> box, String id, String accessible, Function<T, String> words) {
    box.setId(id);
    box.setAccessibleText(accessible);
    box.setMinWidth(Nodes.CHOICE_WIDTH);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String name) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
  }

  private String unitName(String deviceId) {
    return deviceId.isEmpty()
        ? messages.text("reports.allUnits")
        : context
            .session()
            .live()
            .latest()
            .device(deviceId)
            .map(live -> live.device().name() + " · " + deviceId)
            .orElse(deviceId);
  }

  private void offerUnits() {
    List<String> units =
        context.session().live().latest().devices().stream()
            .map(DeviceLive::device)
            .filter(device -> device.facilityId().equals(facility.getValue()))
            .sorted(Comparator.comparing(Device::name))
            .map(Device::deviceId)
            .toList();
    unit.getItems().setAll("");
    unit.getItems().addAll(units);
    unit.setValue("");
  }

  /// Whether there is no facility to choose.
  boolean isEmpty() {
    return facility.getItems().isEmpty();
  }

  /// Chooses.
  ///
  /// @param facilityId `null` = the first
  /// @param deviceId `null` = all units
  void choose(ReportKind wanted, @Nullable String facilityId, @Nullable String deviceId) {
    List<String> facilities = facility.getItems();
    kind.setValue(wanted);
    facility.setValue(
        facilityId != null && facilities.contains(facilityId) ? facilityId : facilities.getFirst());
    if (deviceId != null && unit.getItems().contains(deviceId)) {
      unit.setValue(deviceId);
    }
  }

  void onFacility(Consumer<@Nullable String> listener) {
    facility.valueProperty().addListener((_, _, chosen) -> listener.accept(chosen));
  }

  /// What is asked first.
  Node first() {
    return kind;
  }

  void addTo(Form form) {
    form.add(messages.text("reports.kind"), kind)
        .add(messages.text("reports.facility"), facility)
        .add(messages.text("reports.unit"), unit);
  }

  ReportKind kind() {
    return kind.getValue();
  }

  String facility() {
    return facility.getValue();
  }

  /// `null` = all units.
  @Nullable String unit() {
    String only = unit.getValue();
    return only == null || only.isEmpty() ? null : only;
  }

  /// Why that is no subject, in a sentence; `null` if it is one.
  @Nullable String problem() {
    ReportKind wanted = kind.getValue();
    return wanted != null && wanted.isOfOneUnit() && unit() == null
        ? messages.text("reports.needsUnit")
        : null;
  }
}
