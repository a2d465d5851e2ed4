package ai.cryox.connectors.cloud;

/// What a request is for. Each has a share of the requests that may be made.
enum Lane {
  /// The newest state.
  LIVE(40),
  /// The past.
  HISTORY(40),
  /// What people do. Never refused for want of requests.
  ACTION(20);

  private final int percent;

  Lane(int percent) {
    this.percent = percent;
  }

  /// Its share of all requests, percent.
  int percent() {
    return percent;
  }
}
