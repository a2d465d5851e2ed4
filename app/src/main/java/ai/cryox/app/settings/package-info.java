/// *Settings*: the file `cryox.toml`, checked with words against one table of what can be set.
@NullMarked
package ai.cryox.app.settings;

import org.jspecify.annotations.NullMarked;
