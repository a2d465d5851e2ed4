package ai.cryox.backend.report;

/// Stamps that a document may do without: an authority that does not answer holds up no report and
/// no signature. One use, one thread.
public final class OptionalStamps implements StampClient {
  private final StampClient client;
  private String missing = "";

  /// @param client asks the authority
  public OptionalStamps(StampClient client) {
    this.client = client;
  }

  @Override
  public byte[] ask(byte[] request) {
    return client.ask(request);
  }

  @Override
  public void missing(ReportException why) {
    missing = String.valueOf(why.getMessage());
  }

  /// Why there is no stamp, in a sentence; empty if there is one.
  public String whyMissing() {
    return missing;
  }
}
