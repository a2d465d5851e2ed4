package ai.cryox.app.trends;

import ai.cryox.app.screen.PngFile;
import ai.cryox.app.screen.SaveDialog;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.WritingCard;
import ai.cryox.app.text.Messages;
import ai.cryox.core.live.LiveSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// Takes a trend out of the window: as a picture to a file or the clipboard, as numbers to a file.
/// FX thread only.
final class TrendExport {
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm", Locale.ROOT);

  private final ScreenContext context;
  private final Messages messages;
  private final TrendsModel model;
  private final Node pictured;

  /// @param pictured what a picture shows
  TrendExport(ScreenContext context, TrendsModel model, Node pictured) {
    this.context = context;
    this.messages = context.messages();
    this.model = model;
    this.pictured = pictured;
  }

  /// Puts the picture on the clipboard.
  void copyPicture() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(pictured.snapshot(null, null));
    boolean copied = Clipboard.getSystemClipboard().setContent(content);
    context.frame().say(messages.text(copied ? "trends.copied" : "trends.notCopied"));
  }

  /// Asks for a file and writes the picture to it.
  void savePicture() {
    Path file = ask("trends.picture", "PNG", "png");
    if (file != null) {
      savePicture(file);
    }
  }

  /// Writes the picture to a file.
  void savePicture(Path file) {
    WritableImage image = pictured.snapshot(null, null);
    context
        .background()
        .call(
            () -> {
              try {
                PngFile.write(image, file);
                return messages.text("trends.pictureSaved", file.toString());
              } catch (IOException failed) {
                return failed(file, failed);
              }
            },
            context.frame()::say,
            context.frame()::say);
  }

  /// Asks for a file and writes the numbers to it.
  void saveNumbers() {
    Path file = ask("trends.numbers", "CSV", "csv");
    if (file != null) {
      saveNumbers(file);
    }
  }

  /// Writes the numbers to a file, with a way to break it off.
  void saveNumbers(Path file) {
    var pens = model.pens();
    TimeWindow view = model.drawn();
    long resolution = model.resolution();
    new WritingCard(context, messages.text("trends.numbers"))
        .open(cancelled -> {
          try {
            int lines =
                new TrendFile(context.session()).write(pens, view, resolution, file, cancelled);
            return messages.text("trends.numbersSaved", lines, file.toString());
          } catch (CancellationException _) {
            return messages.text("trends.brokenOff");
          } catch (UncheckedIOException failed) {
            return failed(file, failed);
          }
        });
  }

  private String failed(Path file, Exception failed) {
    return messages.text("trends.notSaved", file.toString(), String.valueOf(failed.getMessage()));
  }

  private @Nullable Path ask(String title, String kind, String ending) {
    return new SaveDialog(messages.text(title), name() + "." + ending)
        .kind(kind, ending)
        .ask(pictured.getScene().getWindow());
  }

  /// Whose curves and until when: what was saved first is not written over by what comes next.
  private String name() {
    LiveSnapshot snapshot = context.session().live().latest();
    List<String> names =
        model.pens().stream()
            .map(Pen::deviceId)
            .distinct()
            .map(id -> snapshot.device(id).map(live -> live.device().name()).orElse(id))
            .toList();
    return name(names, LocalDateTime.ofInstant(model.drawn().end(), context.units().zone()));
  }

  /// `trend-vaccine-fridge-01-2026-11-29-2225`; of several devices `trend-3-devices-…`.
  static String name(List<String> devices, LocalDateTime until) {
    String whose = devices.size() == 1 ? devices.getFirst() : devices.size() + " devices";
    // What no file system takes amiss.
    String safe =
        whose.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "-").replaceAll("^-|-$", "");
    return Stream.of("trend", safe, FILE_TIME.format(until))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-"));
  }
}
