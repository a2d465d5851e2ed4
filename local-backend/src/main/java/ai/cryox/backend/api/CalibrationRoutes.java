package ai.cryox.backend.api;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calibration register: `GET /api/v1/calibrations?deviceId=` and `POST /api/v1/calibrations`,
/// which adds an entry. None is ever changed or removed.
final class CalibrationRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/calibrations";

  private final Callers callers;

  CalibrationRoutes(Callers callers) {
    this.callers = callers;
  }

  /// What is entered; its number, who and when are the backend's to say.
  ///
  /// @param uncertainty °C; NaN if not stated
  /// @param correction `null` = nothing is added
  record Entry(
      String deviceId,
      @Nullable String serial,
      @Nullable String model,
      String certificate,
      @Nullable String laboratory,
      LocalDate calibratedOn,
      LocalDate dueOn,
      double uncertainty,
      @Nullable Correction correction,
      Instant validFrom,
      @Nullable String reason) {
    Calibration calibration() {
      return new Calibration(
          0,
          deviceId,
          said(serial),
          said(model),
          certificate,
          said(laboratory),
          calibratedOn,
          dueOn,
          uncertainty,
          correction == null ? Correction.NONE : correction,
          validFrom,
          Instant.EPOCH,
          "",
          said(reason));
    }

    private static String said(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::list);
    routes.post(ADDRESS, this::enter);
  }

  private void list(Context ctx) {
    List<Calibration> entries =
        callers.of(ctx).calibrations(new QueryParameters(ctx).text("deviceId"));
    EntityTags.answerPast(ctx, json -> TreeJson.array(json, "items", entries));
  }

  private void enter(Context ctx) {
    Entry entry = TreeJson.body(ctx, Entry.class);
    Calibration entered = TreeJson.sensible(() -> callers.of(ctx).calibrate(entry.calibration()));
    Json.answer(ctx, 201, json -> TreeJson.members(json, entered));
  }
}
