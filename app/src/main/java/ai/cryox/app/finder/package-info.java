/// Finding by typing: devices, alarms, screens, actions and help under one key, the likeliest
/// first.
@NullMarked
package ai.cryox.app.finder;

import org.jspecify.annotations.NullMarked;
