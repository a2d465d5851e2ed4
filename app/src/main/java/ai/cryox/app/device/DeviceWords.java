package ai.cryox.app.device;

import ai.cryox.app.device.FactList.Fact;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.CumulativeLimit;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.Side;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A device in words and facts. Pure.
record DeviceWords(Units units) {
  private Messages messages() {
    return units.messages();
  }

  /// What is measured besides the temperature, and how fresh it is.
  List<Fact> now(DeviceLive live, Instant at) {
    var newest = live.newest();
    Double humidity = newest == null ? null : newest.reading().humidity();
    Duration age = live.age(at);
    return List.of(
        fact("humidity", humidity == null ? null : units.wholeWith(humidity, "%")),
        fact("staleAfter", units.duration(live.device().staleLimit())),
        new Fact(
            messages().text("device.newest"),
            age == null
                ? messages().text("tile.noData")
                : messages().text("device.ago", units.age(age)),
            live.isStale(at)));
  }

  /// How the device itself is.
  ///
  /// @param lasting until its battery is to be changed, or `null` if nobody can tell
  List<Fact> health(DeviceLive live, Instant at, @Nullable Duration lasting) {
    Telemetry telemetry = live.telemetry();
    DeviceStatus status = live.status();
    Double battery = telemetry == null ? null : telemetry.battery();
    Double signal = telemetry == null ? null : telemetry.signal();
    if (battery == null && status != null) {
      battery = status.battery();
    }
    if (signal == null && status != null) {
      signal = status.signal();
    }
    return List.of(
        fact("battery", battery == null ? null : battery(battery, lasting)),
        fact("signal", signal == null ? null : units.wholeWith(signal, "dBm")),
        fact("door", telemetry == null ? null : door(telemetry.doorOpen())),
        fact("compressor", telemetry == null ? null : compressor(telemetry.compressorOn())),
        fact("power", telemetry == null ? null : power(telemetry.power())),
        fact("clockSkew", skew(live.clockSkew())),
        fact("firmware", status == null ? null : status.firmware()),
        fact("asOf", asOf(telemetry, status, at)));
  }

  private String battery(double percent, @Nullable Duration lasting) {
    String charge = units.wholeWith(percent, "%");
    return lasting == null
        ? charge
        : messages().text("device.batteryLasts", charge, lasting.toDays());
  }

  private @Nullable String door(@Nullable Boolean open) {
    return open == null ? null : messages().text(open ? "device.open" : "device.closed");
  }

  private @Nullable String compressor(@Nullable Boolean on) {
    return on == null ? null : messages().text(on ? "device.on" : "device.off");
  }

  private @Nullable String power(@Nullable Double watts) {
    return watts == null ? null : units.wholeWith(watts, "W");
  }

  private String skew(@Nullable Duration ahead) {
    return ahead == null
        ? messages().text("device.noSkew")
        : messages().text("device.ahead", units.duration(ahead));
  }

  /// A door that was closed an hour ago may be open now.
  private @Nullable String asOf(
      @Nullable Telemetry telemetry, @Nullable DeviceStatus status, Instant at) {
    Instant newest = telemetry == null ? null : telemetry.time();
    if (status != null && (newest == null || status.time().isAfter(newest))) {
      newest = status.time();
    }
    return newest == null ? null : units.timeSince(newest, at);
  }

  /// The readings looked at.
  List<Fact> summary(DeviceModel.Summary summary) {
    String gaps =
        summary.gaps() == 0
            ? messages().text("device.none")
            : messages().text("device.gaps", summary.gaps(), units.duration(summary.longest()));
    return List.of(
        fact("lowest", units.temperature(summary.low())),
        fact("highest", units.temperature(summary.high())),
        fact("readings", units.count(summary.count())),
        new Fact(messages().text("device.gapsName"), gaps, summary.gaps() > 0));
  }

  /// What it was told, what it says, and what holds.
  List<Fact> configuration(DeviceLive live) {
    Device device = live.device();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("profile", live.limits().name()));
    facts.add(fact("sampling", sampling(device)));
    for (Level level : Level.values()) {
      Limit limit = live.limits().limit(level);
      if (limit != null) {
        facts.add(2, new Fact(messages().of("level", level), limit(limit)));
      }
    }
    for (CumulativeLimit budget : live.limits().cumulative()) {
      String side = budget.side() == Side.HIGH ? "tile.above" : "tile.below";
      facts.add(
          new Fact(
              messages().text(side, units.temperature(budget.value())),
              messages().text("device.budget", units.duration(budget.budget()))));
    }
    String pending = pending(device.desired(), device.reported());
    facts.add(new Fact(messages().text("device.pending"), pending, isPending(device)));
    facts.add(
        new Fact(
            messages().text("device.registered"),
            messages().text(device.confirmed() ? "device.confirmed" : "device.unconfirmed"),
            !device.confirmed()));
    return facts;
  }

  private String sampling(Device device) {
    Duration said = device.reported().samplingPeriod();
    Duration told = device.desired().samplingPeriod();
    String period = units.duration(told == null ? device.samplingPeriod() : told);
    return said == null
        ? messages().text("device.notReported", period)
        : messages().text("device.reported", period, units.duration(said));
  }

  private String limit(Limit limit) {
    String value = units.temperature(limit.value());
    return limit.onDelay().isZero()
        ? messages().text("device.noDelay", value)
        : messages().text("device.delay", value, units.duration(limit.onDelay()));
  }

  private static boolean isPending(Device device) {
    return samplingPending(device.desired(), device.reported())
        || limitsPending(device.desired(), device.reported());
  }

  private static boolean samplingPending(DeviceConfiguration told, DeviceConfiguration said) {
    return told.samplingRate() != null && !told.samplingRate().equals(said.samplingRate());
  }

  private static boolean limitsPending(DeviceConfiguration told, DeviceConfiguration said) {
    return told.alertThresholds() != null && !told.alertThresholds().equals(said.alertThresholds());
  }

  private String pending(DeviceConfiguration told, DeviceConfiguration said) {
    List<String> parts = new ArrayList<>();
    Duration period = told.samplingPeriod();
    if (samplingPending(told, said) && period != null) {
      parts.add(messages().text("device.pendingSampling", units.duration(period)));
    }
    AlertThresholds own = told.alertThresholds();
    if (limitsPending(told, said) && own != null) {
      parts.add(
          messages()
              .text(
                  "device.pendingLimits",
                  units.temperature(orNan(own.temperatureLow())),
                  units.temperature(orNan(own.temperatureHigh()))));
    }
    return parts.isEmpty() ? messages().text("device.nothing") : String.join(" · ", parts);
  }

  private static double orNan(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private Fact fact(String key, @Nullable String value) {
    return new Fact(messages().text("device." + key), value == null ? Units.NONE : value);
  }
}
