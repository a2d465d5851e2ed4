/// Trends: what several devices measured, over time, in one picture that never hides a peak.
@NullMarked
package ai.cryox.app.trends;

import org.jspecify.annotations.NullMarked;
