/// JSON as trees of maps, lists, texts, numbers and flags, as all of the backend writes it.
@NullMarked
package ai.cryox.backend.json;

import org.jspecify.annotations.NullMarked;
