/// Active alarms and past ones, with what is known of each and what to do about it.
@NullMarked
package ai.cryox.app.alarms;

import org.jspecify.annotations.NullMarked;
