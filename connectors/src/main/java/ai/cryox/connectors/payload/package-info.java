/// The payload codec: the seed's JSON to the messages of core and back.
///
/// A payload is one object or an array of objects in UTF-8. A bad element becomes a
/// [fault][ai.cryox.core.reading.Fault] with a sentence for the person who has to mend the device;
/// it never costs its neighbours. Members we have no word for are kept as they came.
@NullMarked
package ai.cryox.connectors.payload;

import org.jspecify.annotations.NullMarked;
