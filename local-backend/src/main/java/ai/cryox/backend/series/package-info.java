/// Series of timed rows as columns: in memory while they grow, as packed bytes once they are kept.
///
/// Pure: no files, no clock. {@link ai.cryox.backend.series.RowsCodec} is the format on disk;
/// {@link ai.cryox.backend.series.Series} is what is not yet packed of one device.
@NullMarked
package ai.cryox.backend.series;

import org.jspecify.annotations.NullMarked;
