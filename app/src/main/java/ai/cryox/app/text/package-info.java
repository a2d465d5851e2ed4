/// Words and numbers for people: message bundles, temperatures, durations, ages and local times.
@NullMarked
package ai.cryox.app.text;

import org.jspecify.annotations.NullMarked;
