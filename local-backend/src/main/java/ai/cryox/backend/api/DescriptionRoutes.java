package ai.cryox.backend.api;

import ai.cryox.backend.openapi.OpenApi;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The API's description: `GET /openapi.json`, for older tools `/openapi-3.0.json`, and for people
/// `/api`: a page to read it and to try it, with everything it needs from this server alone.
final class DescriptionRoutes {
  static final String DOCUMENT = "/openapi.json";
  static final String DOCUMENT_30 = "/openapi-3.0.json";
  static final String PAGE = "/api";

  /// Nothing from elsewhere, no script within the page, and in no frame. Swagger UI sets styles of
  /// its own and has pictures in them.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
  private static final String OWN = "ai/cryox/backend/api/page/";

  /// What the page is made of; nothing else of the webjar is served.
  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "favicon-32x32.png", "image/png");

  private final Once document = new Once(OpenApi::document);
  private final Once document30 = new Once(OpenApi::document30);

  /// Written when it is first asked for: no start waits for it.
  private static final class Once {
    private final Supplier<byte[]> writer;
    private byte @Nullable [] written;

    Once(Supplier<byte[]> writer) {
      this.writer = writer;
    }

    synchronized byte[] get() {
      byte[] bytes = written;
      if (bytes == null) {
        bytes = writer.get();
        written = bytes;
      }
      return bytes;
    }
  }

  void register(RoutesConfig routes) {
    routes.get(DOCUMENT, ctx -> EntityTags.answer(ctx, document.get()));
    routes.get(DOCUMENT_30, ctx -> EntityTags.answer(ctx, document30.get()));
    routes.get(PAGE, ctx -> file(ctx, "index.html"));
    routes.get(PAGE + "/page/{file}", ctx -> file(ctx, ctx.pathParam("file")));
  }

  private static void file(Context ctx, String name) throws IOException {
    String type = FILES.get(name);
    if (type == null) {
      throw ProblemException.notFound("The page has no file '%s'.".formatted(name));
    }
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.contentType(type).result(bytes(name));
  }

  private static byte[] bytes(String name) throws IOException {
    byte[] own = resource(OWN + name);
    byte[] bytes = own.length > 0 ? own : resource(WEBJAR + version() + "/" + name);
    if (bytes.length == 0) {
      throw new IOException("The program is incomplete: there is no " + name + ".");
    }
    return bytes;
  }

  /// The folder of a webjar carries its version.
  private static String version() throws IOException {
    Properties pom = new Properties();
    pom.load(
        new ByteArrayInputStream(resource("META-INF/maven/org.webjars/swagger-ui/pom.properties")));
    return pom.getProperty("version", "");
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream stream = DescriptionRoutes.class.getClassLoader().getResourceAsStream(path)) {
      return stream == null ? new byte[0] : stream.readAllBytes();
    }
  }
}
