/// One device: its value now, its trend with limits, its health, configuration and last events.
@NullMarked
package ai.cryox.app.device;

import org.jspecify.annotations.NullMarked;
