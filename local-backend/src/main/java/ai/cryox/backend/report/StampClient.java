package ai.cryox.backend.report;

/// Asks a time-stamp authority (RFC 3161) to confirm when something was there. Port.
@FunctionalInterface
public interface StampClient {
  /// Sends a request and gives the answer, both DER-encoded (RFC 3161, 3.4).
  ///
  /// @throws ReportException if no answer came
  byte[] ask(byte[] request);

  /// No stamp came for a signature.
  ///
  /// @throws ReportException if it is not made without
  default void missing(ReportException why) {
    throw why;
  }
}
