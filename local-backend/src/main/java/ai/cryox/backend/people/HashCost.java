package ai.cryox.backend.people;

/// What one try at a password costs whoever tries. It is stored with each hash, so it may rise
/// without making old passwords useless.
///
/// @param memoryKib kibibytes
/// @param passes over the memory
public record HashCost(int memoryKib, int passes) {
  /// More than twice what OWASP asks for at least (19 MiB twice, or 46 MiB once).
  public static final HashCost USUAL = new HashCost(47_104, 2);
}
