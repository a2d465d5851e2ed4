/// Station one, *reading*: what a device says, as facts, and the ports through which facts come in
/// and are kept.
///
/// Identifiers are plain strings, case-sensitive, as on the wire: device ids are unique over all
/// facilities. Times are event time, truncated to milliseconds, which is the resolution everything
/// is stored with.
@NullMarked
package ai.cryox.core.reading;

import org.jspecify.annotations.NullMarked;
