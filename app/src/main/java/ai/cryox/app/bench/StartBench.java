package ai.cryox.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How long a start takes, in processes of their own with the options of this one: until a value
/// that was sent over MQTT is acknowledged and can be read again over the API, on an empty data
/// folder and on a full one that was killed; and until the window has drawn its first frame.
public final class StartBench {
  private static final int DEVICES = 1_000;
  private static final int BATCH = 4_000;

  private final Path folder;
  private final int times;
  private final InstantSource clock;

  /// @param folder an empty one
  /// @param times how many starts of each kind; their median counts
  /// @param clock says what time it is where a value is sent
  public StartBench(Path folder, int times, InstantSource clock) {
    this.folder = folder;
    this.times = times;
    this.clock = clock;
  }

  /// Measures and gives the figures by name.
  ///
  /// @param readings in the full file
  /// @param window whether to open windows, too
  public Map<String, Double> measure(long readings, boolean window)
      throws IOException, InterruptedException {
    Map<String, Double> figures = new LinkedHashMap<>();
    List<StartedServer> empty = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      empty.add(serve(folder.resolve("empty" + i)));
    }
    put(figures, "empty", empty);
    Path full = folder.resolve("full");
    fill(full, readings);
    List<StartedServer> killed = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      killed.add(serve(full));
    }
    figures.put("readings", (double) readings);
    put(figures, "killed", killed);
    if (window) {
      List<StartedWindow> windows = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        windows.add(StartedWindow.measure(folder.resolve("window")));
      }
      figures.put("window_ms", median(windows, StartedWindow::windowMillis));
      figures.put("first_frame_ms", median(windows, StartedWindow::consoleMillis));
    }
    return figures;
  }

  private StartedServer serve(Path data) throws IOException, InterruptedException {
    return StartedServer.measure(data, folder.resolve("ready"), folder.resolve("heads"), clock);
  }

  private static void put(Map<String, Double> figures, String what, List<StartedServer> starts) {
    figures.put(what + "_listens_ms", median(starts, StartedServer::listensMillis));
    figures.put(what + "_live_ms", median(starts, StartedServer::liveMillis));
    figures.put(what + "_cpu_ms", median(starts, StartedServer::cpuMillis));
  }

  private static <T> double median(List<T> starts, ToDoubleFunction<T> of) {
    return starts.stream().mapToDouble(of).sorted().toArray()[starts.size() / 2];
  }

  /// Leaves the folder as a process leaves it that is killed: nothing is settled.
  private static void fill(Path data, long readings) {
    try {
      Files.createDirectories(data);
    } catch (IOException failed) {
      throw new UncheckedIOException("There is no room for the data.", failed);
    }
    try (BenchStore store = new BenchStore(data)) {
      ReadingSupply supply = new ReadingSupply(DEVICES);
      for (long written = 0; written < readings; written += BATCH) {
        store.write(supply.next(BATCH), supply.now());
      }
    }
  }
}
