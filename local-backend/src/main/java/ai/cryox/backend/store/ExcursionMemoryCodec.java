package ai.cryox.backend.store;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.CumulativeMemory;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.LimitMemory;
import ai.cryox.core.classify.RateMemory;
import ai.cryox.core.classify.Spell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a tracker of excursions remembers, as bytes: a version, then every member in the order of
/// its record; times and durations in milliseconds.
final class ExcursionMemoryCodec {
  private static final int VERSION = 1;
  private static final long NO_TIME = Long.MIN_VALUE;

  private ExcursionMemoryCodec() {}

  static byte[] bytes(ExcursionMemory memory) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      write(out, memory.limits());
      out.writeInt(memory.spells().size());
      for (Map.Entry<Condition, Spell> spell : memory.spells().entrySet()) {
        out.writeUTF(spell.getKey().name());
        write(out, spell.getValue());
      }
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, ClassifierMemory memory) throws IOException {
    out.writeInt(memory.limits().size());
    for (Map.Entry<Level, LimitMemory> limit : memory.limits().entrySet()) {
      out.writeUTF(limit.getKey().name());
      out.writeBoolean(limit.getValue().violated());
      out.writeLong(millis(limit.getValue().since()));
    }
    out.writeInt(memory.cumulative().size());
    for (CumulativeMemory budget : memory.cumulative()) {
      out.writeLong(budget.spent().toMillis());
      out.writeBoolean(budget.beyond());
    }
    out.writeLong(millis(memory.newest()));
    out.writeBoolean(memory.rate().violated());
    out.writeInt(memory.rate().samples().size());
    for (RateMemory.Sample sample : memory.rate().samples()) {
      out.writeLong(sample.time().toEpochMilli());
      out.writeDouble(sample.temperature());
    }
  }

  private static void write(DataOutputStream out, Spell spell) throws IOException {
    Severity severity = spell.severity();
    out.writeUTF(severity == null ? "" : severity.name());
    out.writeDouble(spell.limit());
    out.writeUTF(spell.profileId());
    out.writeBoolean(spell.cold());
    out.writeLong(spell.start().toEpochMilli());
    out.writeLong(spell.latest().toEpochMilli());
    out.writeDouble(spell.peak());
    out.writeLong(spell.peakAt().toEpochMilli());
    out.writeLong(spell.beyond().toMillis());
    out.writeInt(spell.readings());
    out.writeInt(spell.gaps());
    out.writeLong(spell.missing().toMillis());
    out.writeBoolean(spell.historic());
    out.writeBoolean(spell.outside());
  }

  /// @throws StoreException if another hand or a newer program wrote them
  static ExcursionMemory memory(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new StoreException(
            "The data file was written by a newer version of the program. Start that version.");
      }
      ClassifierMemory limits = readLimits(in);
      Map<Condition, Spell> spells = new EnumMap<>(Condition.class);
      for (int left = in.readInt(); left > 0; left--) {
        spells.put(Condition.valueOf(in.readUTF()), readSpell(in));
      }
      return new ExcursionMemory(limits, spells);
    } catch (IOException | IllegalArgumentException broken) {
      throw new StoreException(
          "What was remembered of an excursion cannot be read. Restore the data file from a"
              + " backup.",
          broken);
    }
  }

  private static ClassifierMemory readLimits(DataInputStream in) throws IOException {
    Map<Level, LimitMemory> limits = new EnumMap<>(Level.class);
    for (int left = in.readInt(); left > 0; left--) {
      limits.put(Level.valueOf(in.readUTF()), new LimitMemory(in.readBoolean(), instant(in)));
    }
    List<CumulativeMemory> budgets = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      budgets.add(new CumulativeMemory(Duration.ofMillis(in.readLong()), in.readBoolean()));
    }
    Instant newest = instant(in);
    boolean violated = in.readBoolean();
    List<RateMemory.Sample> samples = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      samples.add(new RateMemory.Sample(Instant.ofEpochMilli(in.readLong()), in.readDouble()));
    }
    return new ClassifierMemory(limits, budgets, newest, new RateMemory(samples, violated));
  }

  private static Spell readSpell(DataInputStream in) throws IOException {
    String severity = in.readUTF();
    return new Spell(
        severity.isEmpty() ? null : Severity.valueOf(severity),
        in.readDouble(),
        in.readUTF(),
        in.readBoolean(),
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        in.readDouble(),
        Instant.ofEpochMilli(in.readLong()),
        Duration.ofMillis(in.readLong()),
        in.readInt(),
        in.readInt(),
        Duration.ofMillis(in.readLong()),
        in.readBoolean(),
        in.readBoolean());
  }

  private static long millis(@Nullable Instant time) {
    return time == null ? NO_TIME : time.toEpochMilli();
  }

  private static @Nullable Instant instant(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == NO_TIME ? null : Instant.ofEpochMilli(millis);
  }
}
