package ai.cryox.app.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is said of the way to another machine, in the language of the console: the parts that ask
/// say it in English. Pure.
public final class WaySentences {
  private static final List<Known> ALL =
      List.of(
          new Known("There is no host named (\\S+)\\.", "way.noHost"),
          new Known("(\\S+) did not answer in time\\.", "way.late"),
          new Known(
              "Nobody answers at (\\S+): the server does not run, or a firewall is in between\\.",
              "way.nobody"),
          new Known(
              "(\\S+) shows another certificate than the one that was trusted\\. .*",
              "way.otherCertificate"),
          new Known("(\\S+) cannot be trusted; look at its certificate\\.", "way.untrusted"),
          new Known(
              "At (\\S+) it is no longer known who you are\\. Sign in again\\.", "way.signedOut"),
          new Known("At (\\S+) you must say who you are: sign in\\.", "way.asks"),
          new Known("The connection to (\\S+) broke off\\.", "way.brokeOff"));

  private WaySentences() {}

  /// One sentence, about one machine.
  private record Known(Pattern pattern, String key) {
    Known(String sentence, String key) {
      this(Pattern.compile(sentence, Pattern.DOTALL), key);
    }
  }

  /// The sentence in this language; as it is if it is about something else.
  public static String in(Messages messages, String sentence) {
    for (Known known : ALL) {
      Matcher said = known.pattern().matcher(sentence);
      if (said.matches()) {
        return messages.text(known.key(), said.group(1));
      }
    }
    return sentence;
  }
}
