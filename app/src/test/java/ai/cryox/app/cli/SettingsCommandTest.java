package ai.cryox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.settings.Setting;
import ai.cryox.app.settings.SettingTable;
import ai.cryox.app.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsCommandTest {
  /// What cannot stand in a settings file. Who sits there and where they look belongs to one start,
  /// not to the installation.
  private static final Set<String> ON_THE_COMMAND_LINE_ONLY =
      Set.of(
          "--help",
          "--version",
          "--settings",
          "--gallery",
          "--user",
          "--password-file",
          "--password-stdin",
          "--server",
          "--trust",
          "--facility");

  @TempDir Path folder;

  private final CommandLine line = Commands.line(InstantSource.system());

  private String run(int expected, String... arguments) {
    StringWriter text = new StringWriter();
    line.setOut(new PrintWriter(text, true)).setErr(new PrintWriter(text, true));
    assertEquals(expected, line.execute(arguments), text::toString);
    return text.toString();
  }

  private Set<String> options(String command) {
    return Objects.requireNonNull(line.getSubcommands().get(command))
        .getCommandSpec()
        .options()
        .stream()
        .map(CommandLine.Model.OptionSpec::longestName)
        .filter(name -> !ON_THE_COMMAND_LINE_ONLY.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyOptionOfAServerAndAConsoleIsASettingAndEverySettingAnOption() {
    Set<String> options = options("serve");
    options.addAll(options("console"));
    Set<String> settings =
        SettingTable.ALL.stream()
            .map(Setting::option)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(options, settings);
  }

  @Test
  void theExampleIsRightWithEveryCommentedLineTakenIn() throws IOException {
    String example = run(0, "settings", "example");
    Path file = folder.resolve("example.toml");
    Files.writeString(file, example);
    assertEquals(0, SettingsFile.read(file).values().size());
    Files.writeString(file, example.replaceAll("(?m)^#(?=[a-z\\[])", ""));
    SettingsFile all = SettingsFile.read(file);
    assertEquals(SettingTable.ALL.size(), all.values().size() + all.brokers().getFirst().size());
  }

  @Test
  void theUsualValuesOfTheExampleAreThoseThatHoldWithoutAFile() throws IOException {
    List<String> without =
        run(0, "settings", "show", "--data", folder.toString())
            .lines()
            .filter(each -> each.endsWith("# usual"))
            .toList();
    String example = run(0, "settings", "example");
    assertTrue(without.size() > 4, without::toString);
    for (String each : without) {
      String setting = each.replaceFirst(" +# usual", "");
      assertTrue(example.contains("#" + setting + System.lineSeparator()), setting);
    }
  }

  @Test
  void whatIsShownNamesTheLineThatSaysSo() throws IOException {
    Files.writeString(
        folder.resolve(SettingsFile.NAME),
        "[api]\nhttp = \"127.0.0.1:9999\"\n[[broker]]\nuri = \"tcp://one:1883\"\n");
    String shown = run(0, "settings", "show", "--data", folder.toString());
    assertTrue(shown.contains("http = \"127.0.0.1:9999\"  # cryox.toml, line 2"), shown);
    assertTrue(shown.contains("uri = \"tcp://one:1883\"  # cryox.toml, line 4"), shown);
    assertTrue(shown.contains("mqtt = \"127.0.0.1:1883\"  # usual"), shown);
  }

  @Test
  void aWrongFileIsInTheWayOfEverythingThatReadsIt() throws IOException {
    Files.writeString(folder.resolve(SettingsFile.NAME), "[api]\nhtpp = 1\n");
    for (String[] command : List.of(new String[] {"settings", "check"}, new String[] {"serve"})) {
      List<String> words =
          Stream.concat(Arrays.stream(command), Stream.of("--data", folder.toString())).toList();
      String said = run(1, words.toArray(new String[0]));
      assertTrue(said.contains("line 2: There is no setting 'api.htpp'"), said);
    }
  }
}
