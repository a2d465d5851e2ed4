/// The one contract of all backends: whatever a screen may ask, each answers alike.
@NullMarked
package ai.cryox.app.contract;

import org.jspecify.annotations.NullMarked;
