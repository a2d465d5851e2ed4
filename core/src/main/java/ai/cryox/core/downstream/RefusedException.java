package ai.cryox.core.downstream;

/// Something said to or by a device is not taken, and nothing was changed. The message says why, in
/// a sentence for people.
public final class RefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// Why, in general.
  public enum Reason {
    /// It makes no sense.
    MALFORMED(400),
    /// Nobody knows the device.
    UNKNOWN_DEVICE(404),
    /// Somebody else was quicker.
    STALE(412),
    /// It would exceed a limit of size.
    TOO_LARGE(413),
    /// Too much of it waits already.
    TOO_MANY(429),
    /// The device is away, or says nothing.
    NO_ANSWER(504);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /// The status by which HTTP and IoT Hub's topics say it.
    public int status() {
      return status;
    }
  }

  private final Reason reason;

  /// @param sentence for people
  public RefusedException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /// Why, in general.
  public Reason reason() {
    return reason;
  }
}
