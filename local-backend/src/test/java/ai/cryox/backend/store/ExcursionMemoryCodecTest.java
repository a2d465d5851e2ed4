package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.classify.CumulativeLimit;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.RateLimit;
import ai.cryox.core.classify.Side;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class ExcursionMemoryCodecTest {
  private static final StorageProfile PROFILE =
      new StorageProfile(
          "all",
          "All",
          StorageProfiles.REFRIGERATOR.limits(),
          List.of(new CumulativeLimit(Side.HIGH, 8, Duration.ofMinutes(20))),
          new RateLimit(0.5, Duration.ofMinutes(10)));

  private static ExcursionMemory memory(List<Double> temperatures) {
    ExcursionTracker tracker =
        new ExcursionTracker("d", "f", PROFILE, Duration.ofMinutes(15), ExcursionMemory.EMPTY);
    long time = 1_700_000_000_000L;
    for (double temperature : temperatures) {
      time += 300_000;
      tracker.add(time, temperature, temperature > 10);
    }
    return tracker.memory();
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadAgain(
      @ForAll @Size(max = 30) List<@DoubleRange(min = -5, max = 15) Double> temperatures) {
    ExcursionMemory memory = memory(temperatures);
    assertEquals(memory, ExcursionMemoryCodec.memory(ExcursionMemoryCodec.bytes(memory)));
  }

  @Property(tries = 100)
  void whatIsCutOffIsRefused(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -5, max = 15) Double> temperatures,
      @ForAll @DoubleRange(min = 0, max = 0.99) double part) {
    byte[] bytes = ExcursionMemoryCodec.bytes(memory(temperatures));
    byte[] cut = Arrays.copyOf(bytes, (int) (bytes.length * part));
    assertThrows(StoreException.class, () -> ExcursionMemoryCodec.memory(cut));
  }

  @Property(tries = 1)
  void whatANewerProgramWroteIsRefused() {
    assertThrows(StoreException.class, () -> ExcursionMemoryCodec.memory(new byte[] {2, 0}));
  }
}
