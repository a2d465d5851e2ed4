package ai.cryox.connectors.mqtt;

/// Why there is no connection.
///
/// @param refused whether a person must change something before it can work
/// @param sentence for people
record LinkFailure(boolean refused, String sentence) {
  static LinkFailure passing(String sentence) {
    return new LinkFailure(false, sentence);
  }

  static LinkFailure refusal(String sentence) {
    return new LinkFailure(true, sentence);
  }
}
