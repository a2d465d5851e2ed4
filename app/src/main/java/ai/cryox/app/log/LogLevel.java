package ai.cryox.app.log;

import java.util.logging.Level;

/// How much goes into the log file. Libraries say only what is wrong, at whatever level.
public enum LogLevel {
  /// What is broken.
  ERROR,
  /// And what is not as it should be.
  WARNING,
  /// And what happens in the ordinary course.
  INFO,
  /// And what helps to find a fault.
  DEBUG;

  Level level() {
    return switch (this) {
      case ERROR -> Level.SEVERE;
      case WARNING -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }
}
