package ai.cryox.core.classify;

import java.util.List;

/// What one reading changed.
///
/// @param memory to use with the device's next reading
/// @param findings none, as a rule
public record Classification(ClassifierMemory memory, List<Finding> findings) {
  public Classification {
    findings = List.copyOf(findings);
  }
}
