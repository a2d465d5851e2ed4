package ai.cryox.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why an alarm is put aside.
///
/// @param since the backend's clock
/// @param until the backend's clock when it ends by itself, or `null` if it does not
/// @param by who; empty for the backend itself, which suppresses by design
/// @param reason in words; of a suppression the id of the alarm that explains it
public record Hold(Instant since, @Nullable Instant until, String by, String reason) {}
