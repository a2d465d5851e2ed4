package ai.cryox.backend.report;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.compliance.StorageRange;
import ai.cryox.core.excursion.Excursion;
import com.openhtmltopdf.css.parser.FSColor;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/// Draws a unit's temperatures as shapes: of each column the whole span of its values, so that no
/// peak is hidden; where readings are missing, nothing. One thread.
final class ChartDrawer implements FSObjectDrawer {
  /// The type of the objects that it draws.
  static final String TYPE = "application/x-cryox-chart";

  private static final FSColor QUIET = new FSRGBColor(0x4c, 0x57, 0x61);
  private static final FSColor LINE = new FSRGBColor(0xe3, 0xe6, 0xe9);
  private static final FSColor SAFE = new FSRGBColor(0xee, 0xf1, 0xf4);
  private static final FSColor CURVE = new FSRGBColor(0x73, 0x83, 0x91);
  private static final FSColor ALARM = new FSRGBColor(0xb3, 0x16, 0x1b);

  /// Millimetres, of a chart 173 wide.
  private static final double WIDTH = 173;

  private static final double LEFT = 8;
  private static final double TOP = 4;
  private static final double BOTTOM = 6;
  private static final double LETTERS = 2.7;
  private static final double THIN = 0.12;
  private static final double THINNEST_CURVE = 0.28;
  private static final int MOST_NAMES = 12;

  private final List<UnitRecord> units;
  private final ReportWords words;
  private final Lettering letters;
  private final Lettering bold;

  /// @param fonts open as long as this is used
  ChartDrawer(List<UnitRecord> units, ReportWords words, Fonts fonts) {
    this.units = units;
    this.words = words;
    this.letters = new Lettering(fonts, Typeface.REGULAR);
    this.bold = new Lettering(fonts, Typeface.BOLD);
  }

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    UnitRecord unit = units.get(Integer.parseInt(element.getAttribute("data")));
    new Drawing(unit, device, x, y, width, height).draw();
    return Map.of();
  }

  /// One chart on its page.
  private final class Drawing {
    private final UnitRecord unit;
    private final OutputDevice device;
    private final double millimetre;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final ChartScale scale;

    Drawing(UnitRecord unit, OutputDevice device, double x, double y, double width, double height) {
      this.unit = unit;
      this.device = device;
      this.millimetre = width / WIDTH;
      this.left = x + LEFT * millimetre;
      this.right = x + width;
      this.top = y + TOP * millimetre;
      this.bottom = y + height - BOTTOM * millimetre;
      this.scale =
          ChartScale.of(
              unit.chart(), unit.limits().values().stream().map(StorageRange::of).toList());
    }

    void draw() {
      forEachRange(this::band);
      grid();
      curve();
      forEachRange(this::limits);
      names();
      days();
    }

    private double across(double part) {
      return left + Math.clamp(part, 0.0, 1.0) * (right - left);
    }

    private double down(double celsius) {
      return bottom - scale.position(celsius) * (bottom - top);
    }

    private void fill(FSColor color, Shape shape) {
      device.setColor(color);
      device.fill(shape);
    }

    private void box(FSColor color, double x0, double y0, double x1, double y1) {
      fill(color, new Rectangle2D.Double(x0, y0, x1 - x0, y1 - y0));
    }

    private void text(FSColor color, String text, double x, double y, Lettering.Align align) {
      fill(color, letters.outline(text, x, y, LETTERS * millimetre, align));
    }

    private interface RangeTaker {
      void take(StorageRange range, double from, double until);
    }

    /// Each range there was, and from where to where it held.
    private void forEachRange(RangeTaker taker) {
      List<Map.Entry<Long, StorageProfile>> all = List.copyOf(unit.limits().entrySet());
      for (int i = 0; i < all.size(); i++) {
        double from = i == 0 ? 0 : unit.chart().position(all.get(i).getKey());
        double until = i + 1 < all.size() ? unit.chart().position(all.get(i + 1).getKey()) : 1;
        taker.take(StorageRange.of(all.get(i).getValue()), across(from), across(until));
      }
    }

    private void band(StorageRange range, double from, double until) {
      double high = Math.min(range.high(), scale.high());
      double low = Math.max(range.low(), scale.low());
      box(SAFE, from, down(high), until, down(low));
    }

    private void limits(StorageRange range, double from, double until) {
      for (double limit : new double[] {range.low(), range.high()}) {
        if (Double.isFinite(limit)) {
          dashes(from, until, down(limit));
        }
      }
    }

    private void dashes(double from, double until, double y) {
      Path2D all = new Path2D.Double();
      double half = THIN * 0.9 * millimetre;
      for (double x = from; x < until; x += 2.2 * millimetre) {
        double end = Math.min(until, x + 1.4 * millimetre);
        all.append(new Rectangle2D.Double(x, y - half, end - x, 2 * half), false);
      }
      fill(ALARM, all);
    }

    private void grid() {
      for (double line : scale.lines()) {
        double y = down(line);
        box(LINE, left, y - THIN / 2 * millimetre, right, y + THIN / 2 * millimetre);
        int digits = scale.step() < 1 ? 1 : 0;
        String label =
            digits == 0
                ? words.count(Math.round(line)).replace('-', '\u2212')
                : words.degrees(line, RoundingMode.HALF_EVEN);
        text(QUIET, label, left - 1.6 * millimetre, y + 0.95 * millimetre, Lettering.Align.RIGHT);
      }
    }

    /// Each stretch of columns with values is one shape: along its highest values and back along
    /// its lowest, nowhere thinner than can be seen.
    private void curve() {
      Envelope chart = unit.chart();
      Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
      for (int column = 0; column < chart.columns(); column++) {
        if (chart.isEmpty(column)) {
          continue;
        }
        int end = column;
        while (end + 1 < chart.columns() && !chart.isEmpty(end + 1)) {
          end++;
        }
        stretch(chart, column, end, all);
        column = end;
      }
      fill(CURVE, all);
    }

    private void stretch(Envelope chart, int first, int last, Path2D into) {
      double half = THINNEST_CURVE / 2 * millimetre;
      double wide = (right - left) / chart.columns();
      for (int column = first; column <= last; column++) {
        double high = chart.high(column);
        if (column > first) {
          high = Math.max(high, chart.low(column - 1));
        }
        double x = left + column * wide;
        double y = down(high) - half;
        if (column == first) {
          into.moveTo(x, y);
        } else {
          into.lineTo(x, y);
        }
        into.lineTo(x + wide, y);
      }
      for (int column = last; column >= first; column--) {
        double low = chart.low(column);
        if (column > first) {
          low = Math.min(low, chart.high(column - 1));
        }
        double x = left + column * wide;
        double y = down(low) + half;
        into.lineTo(x + wide, y);
        into.lineTo(x, y);
      }
      into.closePath();
    }

    /// The worst excursions by name and peak, where there is room.
    private void names() {
      double free = Double.NEGATIVE_INFINITY;
      ExcursionWords told = new ExcursionWords(words);
      List<ExcursionRecord> shown =
          unit.excursions().subList(0, Math.min(MOST_NAMES, unit.excursions().size()));
      for (ExcursionRecord record : shown) {
        Excursion excursion = record.assessment().excursion();
        double x = across(unit.chart().position(excursion.peakAt().toEpochMilli()));
        double y = down(Math.clamp(excursion.peak(), scale.low(), scale.high()));
        String label = told.peak(excursion) + ", " + record.name();
        double size = LETTERS * millimetre;
        double width = bold.width(label, size);
        boolean before = x + width + 2 * millimetre > right;
        double start = before ? x - width - millimetre : x + millimetre;
        if (start > free) {
          double line = beside(y, excursion.condition() == Condition.LOW, size);
          fill(ALARM, bold.outline(label, start, line, size, Lettering.Align.LEFT));
          free = start + width + millimetre;
        }
      }
    }

    /// Where letters stand free of the curve: above what is too warm, below what is too cold.
    private double beside(double peak, boolean cold, double size) {
      double line = cold ? peak + size : peak - millimetre;
      return Math.clamp(line, top + size, bottom - millimetre);
    }

    private void days() {
      double free = Double.NEGATIVE_INFINITY;
      for (Tick tick : ticks()) {
        double x = across(tick.part());
        double wide = letters.width(tick.label(), LETTERS * millimetre);
        // Below its mark, but not beyond the chart's ends.
        double start = Math.max(left, Math.min(x - wide / 2, right - wide));
        if (start < free) {
          continue;
        }
        free = start + wide + 2 * millimetre;
        text(QUIET, tick.label(), start, bottom + 4.4 * millimetre, Lettering.Align.LEFT);
        box(
            QUIET,
            x - THIN / 2 * millimetre,
            bottom,
            x + THIN / 2 * millimetre,
            bottom + 0.9 * millimetre);
      }
    }

    private record Tick(double part, String label) {}

    private List<Tick> ticks() {
      Instant from = unit.chart().from();
      Instant until = unit.chart().until();
      Duration all = Duration.between(from, until);
      boolean hours = all.compareTo(Duration.ofDays(3)) < 0;
      long step = Math.max(1, (hours ? all.toHours() : all.toDays()) / 6);
      ZonedDateTime at = from.atZone(words.zone());
      at = hours ? at.truncatedTo(ChronoUnit.HOURS) : at.truncatedTo(ChronoUnit.DAYS);
      List<Tick> ticks = new ArrayList<>();
      while (at.toInstant().isBefore(until)) {
        if (!at.toInstant().isBefore(from)) {
          ticks.add(
              new Tick(
                  unit.chart().position(at.toInstant().toEpochMilli()),
                  words.tick(at.toInstant(), hours)));
        }
        at = hours ? at.plusHours(step) : at.plusDays(step);
      }
      return ticks;
    }
  }
}
