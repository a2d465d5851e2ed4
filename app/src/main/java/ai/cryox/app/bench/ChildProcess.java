package ai.cryox.app.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// This program once more, in a process of its own, with the same options of the virtual machine.
final class ChildProcess {
  private static final String MAIN = "ai.cryox.app.Main";

  private ChildProcess() {}

  /// Starts it; what it has to complain of is shown.
  ///
  /// @param output where its words go
  static Process start(ProcessBuilder.Redirect output, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path", "." + File.pathSeparator));
    command.add(MAIN);
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectOutput(output)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
