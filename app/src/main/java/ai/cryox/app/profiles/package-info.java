/// Storage profiles and their limits, and what other limits would have raised and missed.
@NullMarked
package ai.cryox.app.profiles;

import org.jspecify.annotations.NullMarked;
