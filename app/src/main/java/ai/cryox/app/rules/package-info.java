/// What people decide for all facilities of a backend at once: how messages are routed, how long
/// things are kept, which alarms must be reset. A card for each, over any screen.
@NullMarked
package ai.cryox.app.rules;

import org.jspecify.annotations.NullMarked;
