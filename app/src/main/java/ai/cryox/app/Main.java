package ai.cryox.app;

import ai.cryox.app.cli.Commands;
import java.time.InstantSource;

/// Starts the program. Exit codes: see {@link ai.cryox.app.cli}.
public final class Main {
  private Main() {}

  /// @param arguments as on the command line
  public static void main(String[] arguments) {
    // Pages of reports are drawn by Java 2D, which must not open a display beside the window's.
    System.setProperty("java.awt.headless", "true");
    System.exit(Commands.run(InstantSource.system(), arguments));
  }
}
