package ai.cryox.backend.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What changed between two versions, as everybody of one scope gets it. The bytes are shared and
/// never changed.
final class ChangeDocument {
  private final long version;
  private final String cursor;
  private final boolean whole;
  private final byte[] json;
  private byte @Nullable [] event;

  /// @param version up to which it says everything
  /// @param cursor the same, for the client
  /// @param whole whether it says everything, not only what changed
  ChangeDocument(long version, String cursor, boolean whole, byte[] json) {
    this.version = version;
    this.cursor = cursor;
    this.whole = whole;
    this.json = withoutLineBreaks(json);
  }

  /// A line break would end an event's data; in JSON it can only be space between tokens.
  private static byte[] withoutLineBreaks(byte[] json) {
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\n' || json[i] == '\r') {
        json[i] = ' ';
      }
    }
    return json;
  }

  long version() {
    return version;
  }

  /// The document, UTF-8. Not to be changed.
  byte[] json() {
    return json;
  }

  /// The document as one server-sent event, UTF-8. Not to be changed.
  synchronized byte[] event() {
    byte[] ready = event;
    if (ready == null) {
      byte[] head =
          "id: %s\nevent: %s\ndata: "
              .formatted(cursor, whole ? "snapshot" : "changes")
              .getBytes(StandardCharsets.US_ASCII);
      ready = new byte[head.length + json.length + 2];
      System.arraycopy(head, 0, ready, 0, head.length);
      System.arraycopy(json, 0, ready, head.length, json.length);
      ready[ready.length - 2] = '\n';
      ready[ready.length - 1] = '\n';
      event = ready;
    }
    return ready;
  }
}
