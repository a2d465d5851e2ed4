package ai.cryox.backend.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.live.Trace;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TraceMemoryTest {
  @Property(tries = 300)
  void timesRiseAndNoMoreThanItsLengthIsKept(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 500) Long> times) {
    Trace trace = traceOf(times);
    assertTrue(trace.size() <= Trace.LENGTH, "holds " + trace.size());
    for (int i = 1; i < trace.size(); i++) {
      assertTrue(trace.time(i) > trace.time(i - 1), "not in order at " + i);
    }
  }

  @Property(tries = 300)
  void ofReadingsInOrderTheNewestAreKept(
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 100_000) Long> times) {
    List<Long> inOrder = List.copyOf(new TreeSet<>(times));
    Trace trace = traceOf(inOrder);
    List<Long> newest = inOrder.subList(inOrder.size() - trace.size(), inOrder.size());
    assertEquals(Math.min(inOrder.size(), Trace.LENGTH), trace.size());
    for (int i = 0; i < trace.size(); i++) {
      assertEquals(newest.get(i), trace.time(i));
      assertEquals((float) temperatureAt(newest.get(i)), trace.temperature(i));
    }
  }

  @Test
  void anOlderOrEqualTimeLeavesItAsItIs() {
    TraceMemory memory = new TraceMemory();
    memory.add(1_000, 4.0);
    memory.add(1_000, 9.0);
    memory.add(999, 9.0);
    assertEquals(1, memory.get().size());
    assertEquals(4.0f, memory.get().temperature(0));
  }

  @Test
  void whatWasGivenOutStaysAsItWas() {
    TraceMemory memory = new TraceMemory();
    memory.add(1_000, 4.0);
    Trace before = memory.get();
    memory.add(2_000, 5.0);
    assertEquals(1, before.size());
    assertEquals(2, memory.get().size());
  }

  private static Trace traceOf(List<Long> times) {
    TraceMemory memory = new TraceMemory();
    times.forEach(time -> memory.add(time, temperatureAt(time)));
    return memory.get();
  }

  private static double temperatureAt(long time) {
    return time / 100.0 - 20;
  }
}
