package ai.cryox.backend.twin;

import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import java.nio.charset.StandardCharsets;

/// One half of a twin: what is desired, or what is reported.
///
/// @param members without `null`s
/// @param version 1 before anything was said; rises by one with every change
public record TwinProperties(TwinValue.Group members, long version) {
  /// Nothing was said so far.
  public static final TwinProperties NONE = new TwinProperties(TwinValue.Group.EMPTY, 1);

  /// The half as it was stored.
  public static TwinProperties stored(String json, long version) {
    return new TwinProperties(TwinReader.patch(json.getBytes(StandardCharsets.UTF_8)), version);
  }

  /// This half after a patch.
  ///
  /// @throws RefusedException if it would be larger than 32 KB
  public TwinProperties patched(TwinValue.Group patch) {
    TwinValue.Group next = members.merged(patch);
    int size = TwinLimits.size(next);
    if (size > TwinLimits.LARGEST_BYTES && size > TwinLimits.size(members)) {
      throw new RefusedException(
          Reason.TOO_LARGE,
          "The properties would have %d bytes; %d are the limit. Delete some with null."
              .formatted(size, TwinLimits.LARGEST_BYTES));
    }
    return new TwinProperties(next, version + 1);
  }

  /// The members as a JSON object, without the version.
  public String json() {
    return new String(TwinWriter.object(members), StandardCharsets.UTF_8);
  }
}
