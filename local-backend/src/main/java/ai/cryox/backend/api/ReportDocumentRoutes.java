package ai.cryox.backend.api;

import ai.cryox.core.report.DataNote;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.StoredReport;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The document of a kept report, piece by piece: `GET
/// /api/v1/reports/{reportId}/document?form=pdf|csv|xlsx`. It says its SHA-256 (`Repr-Digest`, RFC
/// 9530), which is also its `ETag`. `csv.sha256` is the small text that lies beside the data.
final class ReportDocumentRoutes {
  private static final String ADDRESS = ReportRoutes.ONE + "/document";

  private static final String NOTE = "csv.sha256";

  private static final Logger LOG = LoggerFactory.getLogger(ReportDocumentRoutes.class);

  private final Callers callers;

  ReportDocumentRoutes(Callers callers) {
    this.callers = callers;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::document);
  }

  private void document(Context ctx) {
    String named = new QueryParameters(ctx).text("form");
    if (NOTE.equals(named)) {
      note(ctx);
      return;
    }
    ReportForm form =
        TreeJson.sensible(() -> named == null ? ReportForm.PDF : ReportForm.named(named));
    StoredReport report = made(ctx);
    Answer answer = new Answer(ctx, report, form);
    String tag = answer.tag();
    if (tag != null && tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304).header("ETag", tag);
      return;
    }
    send(answer);
  }

  private StoredReport made(Context ctx) {
    StoredReport report = ReportRoutes.require(callers.of(ctx), ctx);
    if (!report.isMade()) {
      throw ProblemException.conflict(
          "%s has no document: it is %s.".formatted(report.reportId(), report.state().wireName()));
    }
    return report;
  }

  /// `sha256sum --check` and `cryox verify` look for it beside the data.
  private void note(Context ctx) {
    StoredReport report = made(ctx);
    String data = report.reportId() + "." + ReportForm.CSV.ending();
    ctx.contentType("text/plain; charset=utf-8")
        .header("Cache-Control", "private, max-age=0")
        .header(
            "Content-Disposition",
            "attachment; filename*=UTF-8''%s"
                .formatted(PathSegment.encoded(DataNote.besideName(data))))
        .result(DataNote.of(report).beside(data));
  }

  private void send(Answer answer) {
    try {
      callers
          .of(answer.ctx())
          .reports()
          .export(answer.report().reportId(), answer.form(), answer::write);
      answer.end();
    } catch (UncheckedIOException gone) {
      LOG.debug("{} was not taken whole.", answer.report().reportId(), gone);
      answer.cut();
    } catch (RuntimeException failed) {
      if (!answer.ctx().res().isCommitted()) {
        throw failed;
      }
      LOG.warn("{} broke off while it was sent.", answer.report().reportId(), failed);
      answer.cut();
    }
  }

  /// One document on its way out. Nothing is said before its first piece is there, so that a
  /// failure up to then is answered as one.
  private static final class Answer {
    private final Context ctx;
    private final StoredReport report;
    private final ReportForm form;
    private boolean begun;

    Answer(Context ctx, StoredReport report, ReportForm form) {
      this.ctx = ctx;
      this.report = report;
      this.form = form;
    }

    Context ctx() {
      return ctx;
    }

    StoredReport report() {
      return report;
    }

    ReportForm form() {
      return form;
    }

    /// SHA-256 of what is sent, hexadecimal; `null` if it is made as it goes out.
    private @Nullable String hash() {
      return switch (form) {
        case PDF -> report.document();
        case CSV -> report.data();
        case XLSX -> null;
      };
    }

    private String mediaType() {
      return switch (form) {
        case PDF -> "application/pdf";
        case CSV -> "text/csv; charset=utf-8";
        case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      };
    }

    @Nullable String tag() {
      String hash = hash();
      return hash == null ? null : '"' + hash + '"';
    }

    void write(byte[] piece) {
      try {
        if (!begun) {
          begun = true;
          begin();
        }
        ctx.res().getOutputStream().write(piece);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    /// A document without a piece is one too. Of others nothing may be written any more: a stream
    /// that has all its bytes is closed, and writing to it would look like a failure.
    void end() {
      if (!begun) {
        begin();
      }
    }

    private void begin() {
      ctx.status(200)
          .contentType(mediaType())
          .header("Cache-Control", "private, max-age=0")
          .header(
              "Content-Disposition",
              "attachment; filename*=UTF-8''%s.%s"
                  .formatted(PathSegment.encoded(report.reportId()), form.ending()));
      String hash = hash();
      if (hash != null) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash));
        ctx.header("ETag", '"' + hash + '"').header("Repr-Digest", "sha-256=:" + digest + ":");
      }
      if (form == ReportForm.PDF) {
        ctx.res().setContentLengthLong(report.bytes());
      }
    }

    /// An end that looked like the whole document would be worse than none.
    void cut() {
      @Nullable ServletContextRequest request =
          ServletContextRequest.getServletContextRequest(ctx.req());
      if (request != null) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
      }
    }
  }
}
