package ai.cryox.backend.api;

import ai.cryox.backend.profile.ProfileJson;
import ai.cryox.core.whatif.WhatIf;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A what-if question: `startTime`, `endTime`, either `profile` or `alertThresholds`, and
/// `deviceIds` if not all devices of the facility are meant.
final class WhatIfBody {
  private WhatIfBody() {}

  static WhatIf read(JsonParser json, String facilityId) {
    Set<String> deviceIds = Set.of();
    WhatIf.Change change = null;
    Instant from = null;
    Instant until = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "startTime" -> from = time(json, name, token);
        case "endTime" -> until = time(json, name, token);
        case "deviceIds" -> deviceIds = ids(json, token);
        case "profile" -> change = once(change, profile(json, token));
        case "alertThresholds" -> change = once(change, thresholds(json, token));
        default -> throw RequestBody.unknown(name);
      }
    }
    return new WhatIf(
        facilityId,
        deviceIds,
        required(change, "profile or alertThresholds"),
        required(from, "startTime"),
        required(until, "endTime"));
  }

  private static WhatIf.Change once(WhatIf.@Nullable Change before, WhatIf.Change change) {
    if (before != null) {
      throw ProblemException.badRequest("Either profile or alertThresholds may be given once.");
    }
    return change;
  }

  private static WhatIf.Change profile(JsonParser json, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      throw ProblemException.badRequest("profile must be an object.");
    }
    return new WhatIf.Change.Profile(ProfileJson.read(json));
  }

  private static WhatIf.Change thresholds(JsonParser json, JsonToken token) {
    return new WhatIf.Change.Thresholds(
        required(RequestBody.thresholds(json, token), "alertThresholds"));
  }

  private static Instant time(JsonParser json, String name, JsonToken token) {
    try {
      if (token == JsonToken.VALUE_STRING) {
        return Instant.parse(json.getString());
      }
    } catch (DateTimeException bad) {
      throw noTime(name);
    }
    throw noTime(name);
  }

  private static ProblemException noTime(String name) {
    return ProblemException.badRequest(
        name + " must be a time with its offset such as 2024-12-01T14:30:22Z.");
  }

  private static Set<String> ids(JsonParser json, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      throw ProblemException.badRequest("deviceIds must be an array of texts.");
    }
    Set<String> ids = new HashSet<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next != JsonToken.VALUE_STRING) {
        throw ProblemException.badRequest("deviceIds must be an array of texts.");
      }
      ids.add(json.getString());
    }
    return ids;
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw ProblemException.badRequest("A member %s is missing.".formatted(name));
    }
    return value;
  }
}
