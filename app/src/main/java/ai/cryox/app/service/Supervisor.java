package ai.cryox.app.service;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whoever supervises this process, told by what systemd calls `sd_notify`. Where nobody does,
/// nothing is told. Any thread.
public final class Supervisor {
  private static final long MICROS = 1_000;

  private final @Nullable NoticeSocket socket;
  private final Duration watchdog;

  private Supervisor(@Nullable NoticeSocket socket, Duration watchdog) {
    this.socket = socket;
    this.watchdog = watchdog;
  }

  /// @param environment has `NOTIFY_SOCKET` where somebody listens, and `WATCHDOG_USEC` and
  ///   `WATCHDOG_PID` where signs of life are wanted
  /// @param process the number of this process
  public static Supervisor of(Map<String, String> environment, long process) {
    String address = environment.getOrDefault("NOTIFY_SOCKET", "");
    if (!address.startsWith("/") && !address.startsWith("@")) {
      return new Supervisor(null, Duration.ZERO);
    }
    return new Supervisor(new NoticeSocket(address), watchdog(environment, process));
  }

  private static Duration watchdog(Map<String, String> environment, long process) {
    try {
      long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
      long whose = Long.parseLong(environment.getOrDefault("WATCHDOG_PID", "" + process));
      return whose == process ? Duration.ofNanos(micros * MICROS) : Duration.ZERO;
    } catch (NumberFormatException nonsense) {
      return Duration.ZERO;
    }
  }

  /// Signs of life are due twice as often as they are missed; zero = nobody waits for any.
  public Duration betweenSignsOfLife() {
    return watchdog.dividedBy(2);
  }

  /// Everything listens.
  public void ready(String status) {
    tell("READY=1\nSTATUS=" + status);
  }

  /// Work goes on.
  public void alive() {
    tell("WATCHDOG=1");
  }

  /// The end has begun.
  public void stopping() {
    tell("STOPPING=1");
  }

  private void tell(String notice) {
    if (socket != null) {
      socket.send(notice);
    }
  }
}
