/// Reports: what is handed to whoever was not there. Which there are, and what one is asked about.
@NullMarked
package ai.cryox.core.report;

import org.jspecify.annotations.NullMarked;
