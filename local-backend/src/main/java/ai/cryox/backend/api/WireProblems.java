package ai.cryox.backend.api;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Problems that arise before a route is reached: a request line that is none, an ambiguous path, a
/// header too long. Takes the place of Jetty's HTML pages.
final class WireProblems extends ErrorHandler {
  /// Jetty would answer some methods without a word.
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
    String path = request.getHttpURI().getPath();
    String traceId = Problems.traceId(request.getHeaders().get("traceparent"));
    byte[] document =
        Problems.document(code, Problems.sentence(code), path == null ? "/" : path, traceId);
    response.write(true, ByteBuffer.wrap(document), callback);
  }
}
