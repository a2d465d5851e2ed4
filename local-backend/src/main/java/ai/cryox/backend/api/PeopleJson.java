package ai.cryox.backend.api;

import ai.cryox.backend.people.Passes;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.SignedIn;
import java.util.Comparator;
import tools.jackson.core.JsonGenerator;

/// People in the API's words.
final class PeopleJson {
  private PeopleJson() {}

  /// Tokens, and whose they are.
  static void passes(JsonGenerator json, Passes passes) {
    json.writeStringProperty("accessToken", passes.access());
    json.writeStringProperty("tokenType", "Bearer");
    json.writeNumberProperty("expiresIn", passes.life().toSeconds());
    Json.text(json, "refreshToken", passes.refresh());
    json.writeObjectPropertyStart("me");
    person(json, passes.who());
    json.writeEndObject();
  }

  /// Somebody and what they may do: `may` lists the actions that they may do in some facility at
  /// least.
  static void person(JsonGenerator json, SignedIn who) {
    json.writeStringProperty("userId", who.userId());
    json.writeStringProperty("name", who.name());
    roles(json, who.grants());
    json.writeArrayPropertyStart("may");
    for (Action action : Action.values()) {
      if (who.grants().maySomewhere(action)) {
        json.writeString(action.name());
      }
    }
    json.writeEndArray();
  }

  private static void roles(JsonGenerator json, Grants grants) {
    json.writeArrayPropertyStart("roles");
    grants.all().stream()
        .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::facilityId))
        .forEach(grant -> {
          json.writeStartObject();
          json.writeStringProperty("role", grant.role().wireName());
          json.writeStringProperty("facilityId", grant.facilityId());
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  /// The members of an account.
  static void account(JsonGenerator json, Account account) {
    json.writeStringProperty("userId", account.userId());
    json.writeStringProperty("signInName", account.signInName());
    json.writeStringProperty("name", account.name());
    roles(json, account.grants());
    json.writeStringProperty("state", account.state().name());
    json.writeStringProperty("version", account.version());
    Json.text(json, "issuer", account.issuer());
    json.writeBooleanProperty("mustChangePassword", account.mustChangePassword());
    Json.time(json, "passwordSetAt", account.passwordSetAt());
    Json.time(json, "createdAt", account.createdAt());
    Json.time(json, "lastSignInAt", account.lastSignInAt());
  }
}
