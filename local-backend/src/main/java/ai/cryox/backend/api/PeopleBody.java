package ai.cryox.backend.api;

import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What callers send about people: texts by name, and roles.
///
/// @param texts by the member's name
/// @param roles `null` if there were none
record PeopleBody(Map<String, String> texts, @Nullable Grants roles) {
  private static final String ROLES = "roles";

  /// Reads it.
  ///
  /// @param known the texts that it may have
  static PeopleBody read(Context ctx, Set<String> known) {
    byte[] body = RequestBody.read(ctx);
    return body.length == 0
        ? new PeopleBody(Map.of(), null)
        : RequestBody.parse(body, json -> read(json, known));
  }

  private static PeopleBody read(JsonParser json, Set<String> known) {
    Map<String, String> texts = new HashMap<>();
    Grants roles = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      if (name.equals(ROLES) && known.contains(ROLES)) {
        roles = roles(json, token);
      } else if (known.contains(name)) {
        texts.put(name, text(json, name, token));
      } else {
        throw RequestBody.unknown(name);
      }
    }
    return new PeopleBody(texts, roles);
  }

  private static String text(JsonParser json, String name, JsonToken token) {
    if (token != JsonToken.VALUE_STRING) {
      throw ProblemException.badRequest("%s must be a text.".formatted(name));
    }
    return json.getString();
  }

  private static Grants roles(JsonParser json, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      throw ProblemException.badRequest("roles must be an array of objects.");
    }
    Set<Grant> grants = new HashSet<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next != JsonToken.START_OBJECT) {
        throw ProblemException.badRequest("A role must be an object with role and facilityId.");
      }
      grants.add(grant(json));
    }
    return new Grants(grants);
  }

  private static Grant grant(JsonParser json) {
    String role = null;
    String facilityId = Grant.EVERYWHERE;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "role" -> role = text(json, name, token);
        case "facilityId" -> facilityId = text(json, name, token);
        default -> throw RequestBody.unknown("roles." + name);
      }
    }
    if (role == null) {
      throw ProblemException.badRequest("A role needs its name, as in {\"role\":\"operator\"}.");
    }
    try {
      return new Grant(Role.named(role), facilityId);
    } catch (IllegalArgumentException nonsense) {
      throw ProblemException.badRequest(String.valueOf(nonsense.getMessage()));
    }
  }

  /// A text that must be there.
  String text(String name) {
    String text = texts.get(name);
    if (text == null || text.isEmpty()) {
      throw ProblemException.badRequest("The body must have a member %s.".formatted(name));
    }
    return text;
  }

  /// A password that must be there; whoever takes it wipes it.
  char[] secret(String name) {
    return text(name).toCharArray();
  }

  /// Why somebody does it; may be empty.
  String why() {
    return texts.getOrDefault("why", "");
  }

  /// The roles, which must be there, even if they are none.
  Grants requireRoles() {
    if (roles == null) {
      throw ProblemException.badRequest("The body must have a member roles, an array.");
    }
    return roles;
  }

  /// Without what might be secret.
  @Override
  public String toString() {
    return "PeopleBody" + texts.keySet();
  }
}
