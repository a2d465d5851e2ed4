/// The *sheet*: comma-separated rows as a workbook that spreadsheets open (SpreadsheetML, ISO/IEC
/// 29500), and back again byte for byte. Knows nothing of what the rows mean.
@NullMarked
package ai.cryox.backend.sheet;

import org.jspecify.annotations.NullMarked;
