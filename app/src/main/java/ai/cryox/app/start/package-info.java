/// The first steps of a new installation: from an empty data folder to live values.
@NullMarked
package ai.cryox.app.start;

import org.jspecify.annotations.NullMarked;
