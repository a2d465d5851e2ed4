package ai.cryox.backend.api;

import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.notebook.PenGroup;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// Notes and pictures of devices, and the caller's own groups of curves, under `/api/v1/notebook`.
final class NotebookRoutes {
  static final String ROOT = ApiServer.ROOT + "/notebook";
  static final String NOTES = ROOT + "/notes";
  static final String CAPA = ROOT + "/capa";
  static final String PHOTO = ROOT + "/photo";
  static final String CALIBRATIONS = ROOT + "/calibrations";
  static final String GROUPS = ROOT + "/pen-groups";

  private final Callers callers;

  NotebookRoutes(Callers callers) {
    this.callers = callers;
  }

  record NewNote(String deviceId, String words) {}

  /// @param data the file, Base64
  record NewPhoto(String deviceId, byte[] data) {}

  record Groups(List<PenGroup> items) {}

  void register(RoutesConfig routes) {
    routes.get(NOTES, this::notes);
    routes.post(
        NOTES,
        ctx ->
            TreeJson.answer(
                ctx, NewNote.class, note -> notebook(ctx).addNote(note.deviceId(), note.words())));
    routes.get(CAPA, this::capa);
    routes.post(
        CAPA,
        ctx -> TreeJson.answer(ctx, CapaDraft.class, draft -> notebook(ctx).writeCapa(draft)));
    routes.get(PHOTO, this::photo);
    routes.put(PHOTO, this::savePhoto);
    routes.delete(PHOTO, this::removePhoto);
    routes.get(CALIBRATIONS, this::calibrations);
    routes.get(GROUPS, ctx -> TreeJson.answer(ctx, new Groups(notebook(ctx).penGroups())));
    routes.put(GROUPS, this::saveGroups);
  }

  private Notebook notebook(Context ctx) {
    return callers.of(ctx).notebook();
  }

  private void notes(Context ctx) {
    var notes = notebook(ctx).notes(new QueryParameters(ctx).required("deviceId"));
    Json.answer(ctx, json -> TreeJson.array(json, "items", notes));
  }

  private void capa(Context ctx) {
    var notes = notebook(ctx).capa(new QueryParameters(ctx).required("deviceId"));
    Json.answer(ctx, json -> TreeJson.array(json, "items", notes));
  }

  private void calibrations(Context ctx) {
    var entries = notebook(ctx).calibrations(new QueryParameters(ctx).required("deviceId"));
    Json.answer(ctx, json -> TreeJson.array(json, "items", entries));
  }

  /// One or none, as a list.
  private void photo(Context ctx) {
    Optional<DevicePhoto> photo =
        notebook(ctx).photo(new QueryParameters(ctx).required("deviceId"));
    Json.answer(ctx, json -> TreeJson.array(json, "items", photo.stream().toList()));
  }

  private void savePhoto(Context ctx) {
    NewPhoto wanted = TreeJson.body(ctx, NewPhoto.class);
    TreeJson.sensible(() -> notebook(ctx).savePhoto(wanted.deviceId(), wanted.data()));
    ctx.status(204);
  }

  private void removePhoto(Context ctx) {
    String deviceId = new QueryParameters(ctx).required("deviceId");
    TreeJson.sensible(() -> {
      notebook(ctx).removePhoto(deviceId);
      return true;
    });
    ctx.status(204);
  }

  private void saveGroups(Context ctx) {
    TreeJson.answer(
        ctx,
        Groups.class,
        groups -> {
          notebook(ctx).savePenGroups(groups.items());
          return groups;
        });
  }
}
