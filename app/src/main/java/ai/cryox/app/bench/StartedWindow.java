package ai.cryox.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A window in a process of its own, which says itself when it was there.
///
/// @param windowMillis from the start of its virtual machine until the first frame, which says what
///   is being opened
/// @param consoleMillis until the console's first frame in that window
record StartedWindow(double windowMillis, double consoleMillis) {
  private static final Pattern FIGURES =
      Pattern.compile("\"window_ms\":([0-9.]+),\"first_frame_ms\":([0-9.]+)");

  /// Starts one and waits for its end.
  ///
  /// @param words a file for what it says
  static StartedWindow measure(Path words) throws IOException, InterruptedException {
    Process process =
        ChildProcess.start(
            ProcessBuilder.Redirect.to(words.toFile()),
            List.of(
                "bench",
                "console",
                "--devices",
                "24",
                "--warm-up",
                "0",
                "--seconds",
                "1",
                "--json"));
    int code = process.waitFor();
    Matcher said = FIGURES.matcher(Files.readString(words, StandardCharsets.UTF_8));
    if (code != 0 || !said.find()) {
      throw new IOException("The window ended with %d and said no first frame.".formatted(code));
    }
    return new StartedWindow(Double.parseDouble(said.group(1)), Double.parseDouble(said.group(2)));
  }
}
