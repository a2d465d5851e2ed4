package ai.cryox.backend.relay;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What MQTT 5 says with a message and a broker hands on unchanged (MQTT 5, 3.3.2.3).
///
/// @param text whether the payload is UTF-8 text; `null` = not said
/// @param contentType what the payload is, or `null`
/// @param responseTopic where an answer is expected, or `null`
/// @param correlation what the answer is to repeat, or `null`; do not change the array
/// @param user in their order; a name may come more than once
public record PublicationProperties(
    @Nullable Boolean text,
    @Nullable String contentType,
    @Nullable String responseTopic,
    byte @Nullable [] correlation,
    List<UserProperty> user) {
  /// Nothing said.
  public static final PublicationProperties NONE =
      new PublicationProperties(null, null, null, null, List.of());

  /// One name and its value.
  public record UserProperty(String name, String value) {}

  public PublicationProperties {
    user = List.copyOf(user);
  }

  /// Bytes in memory, roughly.
  int weight() {
    int weight = length(contentType) + length(responseTopic);
    weight += correlation == null ? 0 : correlation.length;
    for (UserProperty property : user) {
      weight += 64 + property.name().length() + property.value().length();
    }
    return weight;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicationProperties that
        && Objects.equals(text, that.text)
        && Objects.equals(contentType, that.contentType)
        && Objects.equals(responseTopic, that.responseTopic)
        && Arrays.equals(correlation, that.correlation)
        && user.equals(that.user);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, contentType, responseTopic, Arrays.hashCode(correlation), user);
  }
}
