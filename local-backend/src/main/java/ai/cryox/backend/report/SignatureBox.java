package ai.cryox.backend.report;

/// A place on a report where a person's signature is seen.
public enum SignatureBox {
  /// Of who has read it.
  REVIEW("reviewed"),
  /// Of who lets it hold.
  APPROVE("approved");

  private final String field;

  SignatureBox(String field) {
    this.field = field;
  }

  /// The name of its field.
  String field() {
    return field;
  }

  /// Its place on the pages.
  String id() {
    return "sign-" + field;
  }
}
