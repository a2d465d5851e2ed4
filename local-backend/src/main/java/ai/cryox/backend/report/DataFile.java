package ai.cryox.backend.report;

import java.nio.file.Path;

/// The data of a report, compressed as it will lie in the PDF.
///
/// @param packed the file (zlib)
/// @param sha256 of the data as they are before compression, hexadecimal
/// @param bytes of the data before compression
/// @param rows lines without the heading
record DataFile(Path packed, String sha256, long bytes, long rows) {}
