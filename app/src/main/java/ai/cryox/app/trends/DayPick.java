package ai.cryox.app.trends;

import ai.cryox.app.text.Units;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The day to compare with: chosen in a calendar or typed. FX thread only.
final class DayPick {
  private static final double WIDTH = 164;

  private final DatePicker picker = new DatePicker();
  private boolean showing;

  /// @param onPick told of what a person chose
  DayPick(Units units, Consumer<LocalDate> onPick) {
    picker.setId("trend-other-day");
    picker.setPrefWidth(WIDTH);
    picker.setPromptText(units.messages().text("trends.compareDay"));
    picker.setAccessibleText(units.messages().text("trends.compareDayWhat"));
    picker.setConverter(new Local(units));
    picker
        .valueProperty()
        .addListener((_, _, day) -> {
          if (!showing && day != null) {
            onPick.accept(day);
          }
        });
  }

  Node node() {
    return picker;
  }

  /// Shows which day is compared with, or none.
  void show(@Nullable LocalDate day) {
    showing = true;
    picker.setValue(day);
    showing = false;
  }

  void ask() {
    picker.requestFocus();
    picker.show();
  }

  /// Days as they are written in the console's language. What is no day is none.
  private static final class Local extends StringConverter<LocalDate> {
    private final DateTimeFormatter format;

    Local(Units units) {
      format =
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
              .withLocale(units.messages().locale());
    }

    @Override
    public String toString(@Nullable LocalDate day) {
      return day == null ? "" : format.format(day);
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String typed) {
      try {
        return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.trim(), format);
      } catch (DateTimeParseException nonsense) {
        return null;
      }
    }
  }
}
