package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.Action;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Fetches the documents of a server's reports, piece by piece, and looks whether they are what
/// their record says. Any thread; blocks.
final class CloudDocument {
  private static final int PIECE = 64 * 1024;
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final CloudHttp http;

  CloudDocument(CloudHttp http) {
    this.http = http;
  }

  /// @param into takes the pieces in order, on this thread; what it throws ends it
  /// @throws IllegalArgumentException if there is no document, with a sentence
  /// @throws BackendException if it does not come whole, or is another than the record says
  void export(StoredReport report, ReportForm form, Consumer<byte[]> into) {
    HttpUrl url =
        http.url("reports", report.reportId(), "document")
            .addQueryParameter("form", form.name().toLowerCase(Locale.ROOT))
            .build();
    Request request = new Request.Builder().url(url).build();
    CloudHttp.Open open =
        Asking.ask(
            Action.WATCH,
            () -> CloudReports.known(() -> http.open(Lane.HISTORY, request, SILENCE)));
    String hash;
    try (var response = open.response();
        InputStream in = response.body().byteStream()) {
      hash = hand(in, into);
    } catch (IOException broken) {
      throw new BackendException(NetworkWords.of(broken, http.host()), broken);
    }
    String recorded = recorded(report, form);
    if (recorded != null && !hash.equals(recorded)) {
      throw new BackendException(
          "What %s sent of %s is not what it has on record: somebody has just signed it, or it was changed on the way. Look again; if it stays so, tell quality assurance."
              .formatted(http.host(), report.reportId()));
    }
  }

  /// The SHA-256 that it must have; `null` of a form that is made as it is sent.
  private static @Nullable String recorded(StoredReport report, ReportForm form) {
    return switch (form) {
      case PDF -> report.document();
      case CSV -> report.data();
      case XLSX -> null;
    };
  }

  private static String hand(InputStream in, Consumer<byte[]> into) throws IOException {
    MessageDigest digest = sha256();
    for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
      digest.update(piece);
      into.accept(piece);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new AssertionError(never);
    }
  }
}
