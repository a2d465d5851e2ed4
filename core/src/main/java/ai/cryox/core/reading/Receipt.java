package ai.cryox.core.reading;

/// The sender's claim to hear that its message is safe.
@FunctionalInterface
public interface Receipt {
  /// Nobody waits.
  Receipt NONE = () -> {};

  /// Called once, on the pipeline's thread, after the commit that made the message durable. Must
  /// return at once and not throw.
  void committed();
}
