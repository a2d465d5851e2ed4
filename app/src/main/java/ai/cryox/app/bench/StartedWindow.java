package ai.cryox.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A window in a process of its own, which says itself when its first frame was there.
final class StartedWindow {
  private static final Pattern FIRST_FRAME =
      Pattern.compile("\"first_frame_ms\":([0-9]+(?:[.][0-9]+)?)");

  private StartedWindow() {}

  /// From the start of its virtual machine, ms.
  ///
  /// @param words a file for what it says
  static double firstFrameMillis(Path words) throws IOException, InterruptedException {
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
    Matcher said = FIRST_FRAME.matcher(Files.readString(words, StandardCharsets.UTF_8));
    if (code != 0 || !said.find()) {
      throw new IOException("The window ended with %d and said no first frame.".formatted(code));
    }
    return Double.parseDouble(said.group(1));
  }
}
