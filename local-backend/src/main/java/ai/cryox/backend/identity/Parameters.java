package ai.cryox.backend.identity;

import ai.cryox.core.identity.Credential.Method;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The named texts of a call, read with sentences for what makes no sense.
record Parameters(Map<String, String> given) {
  @Nullable String optional(String name) {
    String text = given.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// The same where nothing is an answer, too.
  @Nullable String orEmpty(String name) {
    String text = given.get(name);
    return text == null ? null : text.strip();
  }

  String text(String name) {
    String text = optional(name);
    if (text == null) {
      throw new IllegalArgumentException("%s is missing.".formatted(name));
    }
    return text;
  }

  boolean flag(String name) {
    return "true".equals(given.get(name));
  }

  int number(String name, int most) {
    String text = text(name);
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from 1 to %d, not '%s'.".formatted(name, most, text));
  }

  Method method() {
    String text = text("method");
    try {
      return Method.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "method must be keys, authority or thumbprint, not '%s'.".formatted(text), unknown);
    }
  }
}
