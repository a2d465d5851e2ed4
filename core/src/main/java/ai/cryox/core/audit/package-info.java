/// The audit trail: who did or tried what, kept for ever and never changed.
@NullMarked
package ai.cryox.core.audit;

import org.jspecify.annotations.NullMarked;
