package ai.cryox.backend.twin;

import ai.cryox.core.downstream.MethodAnswer;
import java.nio.charset.StandardCharsets;

/// What devices say to direct methods.
public final class MethodPayload {
  private MethodPayload() {}

  /// A device's answer. Nothing becomes `null`, and what is not JSON becomes a string, so that
  /// people see it all the same.
  public static MethodAnswer answer(int status, byte[] payload) {
    String text = new String(payload, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return new MethodAnswer(status, "null");
    }
    boolean isJson = TwinReader.isValue(payload);
    return new MethodAnswer(
        status, isJson ? text : new String(TwinWriter.string(text), StandardCharsets.UTF_8));
  }
}
