package ai.cryox.core.escalation;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody who can be told of alarms.
///
/// @param personId short and lasting
/// @param name as messages and reports call them
/// @param role what policies may call them by, such as {@link #SUPERVISOR}; may be empty
/// @param language of their messages: `en` or `de`
/// @param addresses at most one for each personal channel: an e-mail address, a phone number like
///   `+4930123456`
public record Person(
    String personId,
    String name,
    String role,
    String language,
    Map<ChannelKind, String> addresses) {
  /// The role of whom the shipped policies call second.
  public static final String SUPERVISOR = "supervisor";

  /// The role of whom the shipped policies call last.
  public static final String MANAGER = "manager";

  /// Languages that messages can be written in.
  public static final Set<String> LANGUAGES = Set.of("en", "de");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public Person {
    addresses = Map.copyOf(addresses);
  }

  /// Their address on a channel, or `null`.
  public @Nullable String address(ChannelKind channel) {
    return addresses.get(channel);
  }

  /// Why this person makes no sense, in a sentence; `null` if they do.
  public @Nullable String problem() {
    if (personId.isBlank() || name.isBlank()) {
      return "A person needs an id and a name.";
    }
    if (!LANGUAGES.contains(language)) {
      return "%s's language must be en or de, not '%s'.".formatted(name, language);
    }
    String email = addresses.get(ChannelKind.EMAIL);
    if (email != null && !EMAIL.matcher(email).matches()) {
      return "'%s' is no e-mail address (%s).".formatted(email, name);
    }
    String phone = addresses.get(ChannelKind.SMS);
    if (phone != null && !PHONE.matcher(phone).matches()) {
      return "'%s' is no phone number (%s); write it with its country, like +4930123456."
          .formatted(phone, name);
    }
    return addresses.keySet().stream().allMatch(ChannelKind::isPersonal)
        ? null
        : "%s can have an e-mail address and a phone number, nothing else.".formatted(name);
  }
}
