package ai.cryox.app.cli;

import ai.cryox.core.backend.BackendException;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a password comes from: asked for, from standard input or from a file. Never from the
/// command line, which every program of the machine can read.
final class PasswordInput {
  private static final int LONGEST_BYTES = 4_096;

  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of standard input.")
  private boolean stdin;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read the password from the first line of a file.")
  private @Nullable Path file;

  /// The password. Without options whoever sits at the terminal types it twice.
  ///
  /// @throws BackendException with a sentence if there is none
  String read(String whose) {
    Path from = file;
    if (from != null) {
      return firstLine(from);
    }
    if (stdin) {
      return firstLine(System.in);
    }
    return ask(terminal(), whose);
  }

  /// The password that somebody has already: typed once.
  ///
  /// @throws BackendException with a sentence if there is none
  char[] readKnown(String whose) {
    if (file != null || stdin) {
      return read(whose).toCharArray();
    }
    char[] typed = terminal().readPassword("Password of %s: ", whose);
    if (typed == null) {
      throw new BackendException("No password was typed.");
    }
    return typed;
  }

  /// In a Java without a line editor of its own there still is no console where there is no
  /// terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static Console terminal() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new BackendException(
          "There is no terminal to ask for a password at. Give --password-stdin or"
              + " --password-file.");
    }
    return console;
  }

  /// Somebody at the terminal chooses a password: typed twice.
  static String askFresh(String whose) {
    return ask(terminal(), whose);
  }

  private static String ask(Console console, String whose) {
    char[] first = console.readPassword("New password of %s: ", whose);
    char[] second = console.readPassword("The same again: ");
    if (first == null || second == null || !Arrays.equals(first, second)) {
      throw new BackendException("That was not the same twice; nothing was changed.");
    }
    return String.valueOf(first);
  }

  private static String firstLine(Path from) {
    try (InputStream content = Files.newInputStream(from)) {
      return firstLine(content);
    } catch (IOException failed) {
      throw new BackendException(
          "The file %s cannot be read: %s.".formatted(from, failed.getMessage()), failed);
    }
  }

  private static String firstLine(InputStream from) {
    try {
      String text = new String(from.readNBytes(LONGEST_BYTES), StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("");
    } catch (IOException failed) {
      throw new BackendException("The password cannot be read.", failed);
    }
  }
}
