/// Compliance figures: what a record of temperatures amounts to, computed from readings in order of
/// event time. Pure; every weighting is stated and printed with the figures.
@NullMarked
package ai.cryox.core.compliance;

import org.jspecify.annotations.NullMarked;
