package ai.cryox.backend.api;

import ai.cryox.backend.control.ControlJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/// `POST /api/v1/control/{area}/{verb}`: what only the owner of the data folder may do. Whoever
/// calls must show the token that stands in a file which only the owner can read.
final class ControlRoutes {
  private final ControlAccess access;

  ControlRoutes(ControlAccess access) {
    this.access = access;
  }

  void register(RoutesConfig routes) {
    routes.post(ApiServer.ROOT + "/control/{area}/{verb}", this::call);
  }

  private void call(Context ctx) {
    requireToken(ctx);
    byte[] body = RequestBody.read(ctx);
    try {
      Map<String, String> with = body.length == 0 ? Map.of() : ControlJson.read(body);
      String call = ctx.pathParam("area") + "/" + ctx.pathParam("verb");
      List<Map<String, String>> rows = access.control().call(call, with);
      ctx.contentType(Json.MEDIA_TYPE).result(ControlJson.writeRows(rows));
    } catch (IllegalArgumentException nonsense) {
      throw ProblemException.badRequest(String.valueOf(nonsense.getMessage()));
    }
  }

  private void requireToken(Context ctx) {
    String shown = String.valueOf(ctx.header("Authorization"));
    String wanted = "Bearer " + access.token();
    if (!MessageDigest.isEqual(utf8(shown), utf8(wanted))) {
      throw ProblemException.forbidden(
          "Control calls need the token from control.json in the data folder.");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
