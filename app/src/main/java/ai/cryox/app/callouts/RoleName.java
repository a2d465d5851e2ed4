package ai.cryox.app.callouts;

import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What plans call roles by, in people's words and back. A plan may name any role; the usual ones
/// have a word in each language, others are their own. Pure.
final class RoleName {
  private final Map<String, String> words = new LinkedHashMap<>();

  RoleName(Messages messages) {
    words.put("operator", messages.text("role.operator"));
    words.put(Person.SUPERVISOR, messages.text("role.supervisor"));
    words.put(Person.MANAGER, messages.text("role.manager"));
  }

  /// The words of the usual roles, who is called first to last.
  List<String> usual() {
    return List.copyOf(words.values());
  }

  /// A role of a plan in words.
  String word(String role) {
    return words.getOrDefault(role, role);
  }

  /// The role that somebody means by what they typed.
  String role(String typed) {
    return words.entrySet().stream()
        .filter(one -> one.getValue().equalsIgnoreCase(typed))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(typed);
  }
}
