package ai.cryox.app.callouts;

/// The parts of the page.
enum Part {
  /// Who can be called.
  PEOPLE,
  /// Who is on call when.
  ROSTERS,
  /// Who hears of what, in which order.
  POLICIES,
  /// When nothing is told.
  MUTES,
  /// By what people are told.
  CHANNELS,
  /// What was sent.
  SENT;

  /// Whether it is a part of the plan, which is saved as a whole.
  boolean isPlan() {
    return this != CHANNELS && this != SENT;
  }
}
