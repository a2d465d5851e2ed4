/// What the backend counts and measures of itself, for Prometheus.
@NullMarked
package ai.cryox.backend.metrics;

import org.jspecify.annotations.NullMarked;
