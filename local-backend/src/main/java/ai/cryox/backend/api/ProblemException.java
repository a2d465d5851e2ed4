package ai.cryox.backend.api;

/// A request that cannot be answered as asked, on its way to becoming a problem document. Carries
/// no stack trace: it says something about the request, not about our code.
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private ProblemException(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  /// The request itself is wrong; the sentence names the parameter.
  static ProblemException badRequest(String detail) {
    return new ProblemException(400, detail);
  }

  /// The request does not say who asks, or not convincingly.
  static ProblemException unauthorized(String detail) {
    return new ProblemException(401, detail);
  }

  /// The caller may not do this from where it is.
  static ProblemException forbidden(String detail) {
    return new ProblemException(403, detail);
  }

  /// What the path names does not exist.
  static ProblemException notFound(String detail) {
    return new ProblemException(404, detail);
  }

  /// The request takes too long to come.
  static ProblemException timeout(String detail) {
    return new ProblemException(408, detail);
  }

  /// What the path names is not in a state in which that could be done.
  static ProblemException conflict(String detail) {
    return new ProblemException(409, detail);
  }

  /// Somebody else was quicker: what the caller saw is not there any more.
  static ProblemException preconditionFailed(String detail) {
    return new ProblemException(412, detail);
  }

  /// The request is understood, and cannot be meant.
  static ProblemException unprocessable(String detail) {
    return new ProblemException(422, detail);
  }

  /// The body is longer than anything we would read.
  static ProblemException tooLarge(String detail) {
    return new ProblemException(413, detail);
  }

  /// The caller asks too often.
  static ProblemException tooManyRequests(String detail) {
    return new ProblemException(429, detail);
  }

  /// Right request, wrong moment.
  static ProblemException unavailable(String detail) {
    return new ProblemException(503, detail);
  }

  /// HTTP status.
  int status() {
    return status;
  }

  /// The sentence for people.
  String detail() {
    return String.valueOf(getMessage());
  }
}
