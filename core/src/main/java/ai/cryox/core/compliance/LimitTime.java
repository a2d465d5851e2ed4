package ai.cryox.core.compliance;

import ai.cryox.core.classify.Level;
import java.time.Duration;

/// How long a limit was exceeded, all together.
///
/// @param value of the limit, °C
public record LimitTime(Level level, double value, Duration beyond) {}
