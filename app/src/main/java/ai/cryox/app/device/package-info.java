/// The page of one device: its value now, its health, its trend without a hidden peak, its
/// configuration and what happened to it. Without a chosen device, a list to choose from.
@NullMarked
package ai.cryox.app.device;

import org.jspecify.annotations.NullMarked;
