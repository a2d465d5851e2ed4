package ai.cryox.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The settings file is in the way. The message says in which lines and what to write there.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingsException(String message, Throwable cause) {
    super(message, cause);
  }

  SettingsException(Path file, List<Problem> problems) {
    super(
        "The settings in %s cannot be used.%n%s"
            .formatted(
                file,
                problems.stream()
                    .map(problem -> "  " + problem)
                    .collect(Collectors.joining(System.lineSeparator()))));
  }

  /// What is wrong in one line.
  ///
  /// @param line of the file, from 1
  /// @param sentence says what and what to do
  public record Problem(int line, String sentence) {
    @Override
    public String toString() {
      return "line %d: %s".formatted(line, sentence);
    }
  }
}
