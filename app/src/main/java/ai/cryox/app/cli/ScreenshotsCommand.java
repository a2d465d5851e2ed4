package ai.cryox.app.cli;

import ai.cryox.app.bench.TemporaryFolder;
import ai.cryox.app.pictures.ContactSheet;
import ai.cryox.app.pictures.PictureRun;
import ai.cryox.app.pictures.PictureState;
import ai.cryox.app.pictures.PictureWish;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.ThemePreference;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox screenshots`: pictures of every screen, for those who work on the program.
@Command(
    name = "screenshots",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Take pictures of every screen: in each theme, at each size, of an empty, a calm, a troubled"
          + " and a",
      "lost cold store. The real program over a simulated day; needs no display."
    },
    footer = {
      "",
      "Names of the files: SCREEN-STATE-THEME-SIZE.png, and -PERCENT with another scale."
    })
public final class ScreenshotsCommand implements Callable<Integer> {
  private static final String ZONE = "Europe/Berlin";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write them to.")
  private @Nullable Path out;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "en or de. Usual: ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(names = "--state", split = ",", description = "Only these of ${COMPLETION-CANDIDATES}.")
  private List<PictureState> states = List.of(PictureState.values());

  @Option(names = "--theme", split = ",", description = "Only these themes. Usual: all.")
  private List<ThemePreference> themes =
      Arrays.stream(ThemePreference.values()).filter(t -> t != ThemePreference.SYSTEM).toList();

  @Option(names = "--size", split = ",", description = "Sizes. Usual: 1280x800,1920x1080.")
  private List<PictureWish.Size> sizes = PictureWish.USUAL_SIZES;

  @Option(
      names = "--scale",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description = "Size of everything, 80 to 200. Usual: ${DEFAULT-VALUE}.")
  private int percent = 100;

  @Option(names = "--screen", split = ",", description = "Only screens of these names.")
  private List<String> screens = List.of();

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "Also write all of them, small, on one picture.")
  private @Nullable Path sheet;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CommandLines.require(
        language.equals("en") || language.equals("de"), spec, "The language must be en or de.");
    CommandLines.require(
        percent >= Appearance.LEAST && percent <= Appearance.MOST,
        spec,
        "The scale must be from 80 to 200 per cent.");
    if (out == null) {
      throw CommandLines.refusal(spec, "--out is missing.");
    }
    PrintWriter print = CommandLines.out(spec);
    Locale locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
    // The window takes both from the process, as everywhere.
    Locale.setDefault(locale);
    TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    Toolkit.start(false);
    PictureWish wish = new PictureWish(out, locale, states, themes, sizes, percent, screens);
    try (TemporaryFolder work = new TemporaryFolder()) {
      List<Path> files =
          new PictureRun(
                  wish,
                  work.path(),
                  line -> {
                    print.println(line);
                    print.flush();
                  })
              .take();
      if (sheet != null) {
        ContactSheet.write(files, sheet);
      }
      print.printf("%d pictures in %s%n", files.size(), out);
    }
    return 0;
  }
}
