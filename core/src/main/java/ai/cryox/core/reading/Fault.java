package ai.cryox.core.reading;

/// Why something a device sent cannot be used: an expected, explainable value, never an exception.
///
/// @param reason the kind of fault, for counting
/// @param detail one sentence for the person who has to mend the device: what, where, what to do
public record Fault(Reason reason, String detail) {
  /// Kinds of fault.
  public enum Reason {
    /// The payload is no JSON object or array of objects.
    MALFORMED_JSON,
    /// A member that a message of this kind must have is absent.
    MISSING_FIELD,
    /// A member is there but of another type than the wire says.
    WRONG_TYPE,
    /// A number that is none: NaN or infinite.
    NOT_A_NUMBER,
    /// A number that no sensor of a cold store can mean.
    OUT_OF_RANGE,
    /// Event time more than five minutes ahead of the backend's clock.
    TIME_IN_FUTURE,
    /// Event time before the year 2000: a clock that was never set.
    TIME_TOO_OLD,
    /// The topic is none that carries readings.
    WRONG_TOPIC,
    /// No route takes the message.
    NO_ROUTE,
    /// Payload and topic name different devices or facilities.
    DEVICE_MISMATCH,
    /// An unknown device, when so many have registered themselves that no more are taken unseen.
    UNKNOWN_DEVICE,
    /// Longer than the endpoint takes.
    TOO_LARGE,
    /// Bytes that break the transport protocol.
    BROKEN_PACKET,
    /// The device and time are stored already, with another value.
    CONFLICT
  }
}
