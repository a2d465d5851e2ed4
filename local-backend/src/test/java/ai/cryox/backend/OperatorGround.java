package ai.cryox.backend;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Alarms that people answer, over a real file.
abstract class OperatorGround {
  static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  AlarmFixture line;

  @BeforeEach
  void open() {
    line = new AlarmFixture(folder);
  }

  @AfterEach
  void close() {
    line.close();
  }

  Alarm high() {
    return line.alarm(Condition.HIGH);
  }
}
