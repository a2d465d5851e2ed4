package ai.cryox.core.compliance;

/// What to do with the goods. The program proposes, a person decides.
public enum Verdict {
  /// They may be used.
  RELEASE,
  /// Nobody but quality can tell.
  ASK_QUALITY,
  /// They are put aside until quality has decided.
  QUARANTINE
}
