package ai.cryox.connectors.cloud;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A body that is not sent again by itself: what changes something is sent once, or it fails.
final class OneShotBody extends RequestBody {
  private final byte[] bytes;
  private final MediaType type;

  OneShotBody(byte[] bytes, MediaType type) {
    this.bytes = bytes;
    this.type = type;
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
