package ai.cryox.app.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real `cryox serve` in a process of its own.
record ServerProcess(Process process, int mqttPort, int httpPort) implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("(mqtt|http)://127[.]0[.]0[.]1:(\\d+)");

  /// @param more options
  static ServerProcess start(Path data, String... more) throws IOException {
    return start(data, Map.of(), more);
  }

  /// @param environment for the process, besides ours
  static ServerProcess start(Path data, Map<String, String> environment, String... more)
      throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> words =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "ai.cryox.app.Main",
                "serve",
                "--data",
                data.toString(),
                "--ledger-head",
                data.resolveSibling("heads").toString(),
                "--http",
                "127.0.0.1:0",
                "--mqtt",
                "127.0.0.1:0",
                "--insecure-loopback"));
    words.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader out = process.inputReader();
    int mqtt = 0;
    int http = 0;
    while (mqtt == 0 || http == 0) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the server ended before it said where it listens");
      }
      Matcher matcher = PORT.matcher(line);
      if (matcher.find()) {
        int port = Integer.parseInt(matcher.group(2));
        mqtt = matcher.group(1).equals("mqtt") ? port : mqtt;
        http = matcher.group(1).equals("http") ? port : http;
      }
    }
    return new ServerProcess(process, mqtt, http);
  }

  /// kill −9.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
