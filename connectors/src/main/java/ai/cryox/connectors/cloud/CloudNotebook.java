package ai.cryox.connectors.cloud;

import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.excursion.CapaDraft;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.notebook.DeviceNote;
import ai.cryox.core.notebook.DevicePhoto;
import ai.cryox.core.notebook.Notebook;
import ai.cryox.core.notebook.PenGroup;
import ai.cryox.core.people.Action;
import ai.cryox.core.tree.TreeReader;
import ai.cryox.core.tree.TreeWriter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Notes and pictures of a server's devices, and somebody's groups of curves there.
final class CloudNotebook implements Notebook {
  private static final TreeReader READER = TreeReader.lenient();

  private final CloudHttp http;

  CloudNotebook(CloudHttp http) {
    this.http = http;
  }

  private HttpUrl at(String part) {
    return http.url("notebook", part).build();
  }

  private HttpUrl of(String part, String deviceId) {
    return http.url("notebook", part).addQueryParameter("deviceId", deviceId).build();
  }

  private Tree get(HttpUrl url) {
    return Asking.ask(Action.WATCH, () -> http.get(Lane.HISTORY, url).tree());
  }

  @Override
  public List<DeviceNote> notes(String deviceId) {
    return READER.list(DeviceNote.class, get(of("notes", deviceId)).values("items"));
  }

  @Override
  public DeviceNote addNote(String deviceId, String words) {
    Tree added =
        Asking.act(
            Action.WRITE_NOTES,
            () ->
                http.send("POST", at("notes"), Map.of("deviceId", deviceId, "words", words))
                    .tree());
    return READER.read(DeviceNote.class, added.members());
  }

  @Override
  public List<CapaNote> capa(String deviceId) {
    return READER.list(CapaNote.class, get(of("capa", deviceId)).values("items"));
  }

  @Override
  public CapaNote writeCapa(CapaDraft draft) {
    Tree written =
        Asking.act(
            Action.JUDGE_EXCURSION,
            () -> http.send("POST", at("capa"), TreeWriter.write(draft)).tree());
    return READER.read(CapaNote.class, written.members());
  }

  @Override
  public Optional<DevicePhoto> photo(String deviceId) {
    return READER.list(DevicePhoto.class, get(of("photo", deviceId)).values("items")).stream()
        .findFirst();
  }

  @Override
  public DevicePhoto savePhoto(String deviceId, byte[] file) {
    DevicePhoto.mediaTypeOf(file);
    String data = Base64.getEncoder().encodeToString(file);
    Asking.act(
        Action.WRITE_NOTES,
        () -> http.send("PUT", at("photo"), Map.of("deviceId", deviceId, "data", data)));
    return photo(deviceId)
        .orElseThrow(
            () -> new IllegalArgumentException("The picture was taken away again meanwhile."));
  }

  @Override
  public void removePhoto(String deviceId) {
    Asking.act(Action.WRITE_NOTES, () -> http.delete(of("photo", deviceId)));
  }

  @Override
  public List<Calibration> calibrations(String deviceId) {
    return READER.list(Calibration.class, get(of("calibrations", deviceId)).values("items"));
  }

  @Override
  public List<PenGroup> penGroups() {
    return READER.list(PenGroup.class, get(at("pen-groups")).values("items"));
  }

  @Override
  public void savePenGroups(List<PenGroup> groups) {
    List<Object> items = TreeWriter.list(PenGroup.class, groups);
    Asking.act(Action.WATCH, () -> http.send("PUT", at("pen-groups"), Map.of("items", items)));
  }
}
