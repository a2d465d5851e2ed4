package ai.cryox.app.pictures;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class WideFramesTest {
  private static IndexOutOfBoundsException at(String className) {
    IndexOutOfBoundsException failed = new IndexOutOfBoundsException();
    failed.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.nio.Buffer", "checkIndex", "Buffer.java", 1),
          new StackTraceElement(className, "blit", "Some.java", 1)
        });
    return failed;
  }

  @Test
  void onlyFramesOfTheHeadlessWindowAreDropped() {
    assertTrue(WideFrames.isWideFrame(at("com.sun.glass.ui.headless.HeadlessWindow")));
    assertFalse(WideFrames.isWideFrame(at("ai.cryox.app.overview.OverviewView")));
    assertFalse(WideFrames.isWideFrame(new IllegalStateException()));
  }
}
