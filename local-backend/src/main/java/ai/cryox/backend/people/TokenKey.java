package ai.cryox.backend.people;

/// What tokens are signed with. Whoever has it can make tokens of anybody.
@FunctionalInterface
public interface TokenKey {
  /// At least 32 bytes, the same for as long as tokens shall live; any thread.
  byte[] bytes();
}
