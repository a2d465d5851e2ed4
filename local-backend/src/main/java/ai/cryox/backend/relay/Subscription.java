package ai.cryox.backend.relay;

/// What one client wants to get, and how (MQTT 5, 3.8.3.1).
///
/// @param qos the most it wants, 0 to 2
/// @param noLocal not what it published itself
/// @param asPublished the retain flag comes as it was published
/// @param retainHandling what is retained already
/// @param identifier comes with every message; 0 = none
public record Subscription(
    TopicFilter filter,
    int qos,
    boolean noLocal,
    boolean asPublished,
    RetainHandling retainHandling,
    int identifier) {
  /// What happens to retained messages when a client subscribes.
  public enum RetainHandling {
    /// They are sent.
    ALWAYS,
    /// They are sent if the client did not have this subscription yet.
    IF_NEW,
    /// They are not sent.
    NEVER
  }

  /// One as MQTT 3.1.1 knows it.
  public static Subscription of(TopicFilter filter, int qos) {
    return new Subscription(filter, qos, false, false, RetainHandling.ALWAYS, 0);
  }
}
