package ai.cryox.core.escalation;

import java.util.Optional;

/// A document that goes along with a message.
///
/// @param name as a file
/// @param type its media type, such as `application/pdf`
/// @param bytes all of it; not copied, so nobody may change them
public record Enclosure(String name, String type, byte[] bytes) {
  /// The fact of a notification that names the document to go along, if there is one.
  public static final String FACT = "document";

  /// Finds what is to go along. Called on threads of the outbox; may block on the disk.
  @FunctionalInterface
  public interface Source {
    /// What goes along with a notification; empty if nothing does.
    ///
    /// @throws IllegalStateException if it cannot be had, with a sentence
    Optional<Enclosure> of(Notification notification);
  }
}
