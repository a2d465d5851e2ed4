package ai.cryox.backend.twin;

/// What a device wants on a `$iothub` topic.
public sealed interface HubRequest {
  /// Its twin.
  ///
  /// @param rid names the request in the answer
  record TwinGet(String rid) implements HubRequest {}

  /// A change of its reported properties.
  ///
  /// @param rid names the request in the answer
  record TwinReport(String rid) implements HubRequest {}

  /// An answer to a direct method.
  ///
  /// @param status as the device sees it
  /// @param rid names the call
  record MethodResult(int status, String rid) implements HubRequest {}

  /// Nothing that can be understood.
  ///
  /// @param why in a sentence
  record Unreadable(String why) implements HubRequest {}
}
