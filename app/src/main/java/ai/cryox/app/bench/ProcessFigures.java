package ai.cryox.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// What the operating system says of this process.
final class ProcessFigures {
  private ProcessFigures() {}

  /// Processor time used so far by all threads.
  static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Time spent so far on making machine code of what is used often: none once all is warm.
  static Duration compiling() {
    var compilation = ManagementFactory.getCompilationMXBean();
    return compilation == null || !compilation.isCompilationTimeMonitoringSupported()
        ? Duration.ZERO
        : Duration.ofMillis(compilation.getTotalCompilationTime());
  }

  /// When the Java virtual machine started.
  static Instant startedAt() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /// Heap in use after what is not needed was thrown away, MiB.
  static double usedHeapMib() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  /// Resident memory, MiB; NaN where the operating system does not say.
  static double residentMib() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }
}
