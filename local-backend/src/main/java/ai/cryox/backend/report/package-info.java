/// Reports: what is stored of a period, as a signed PDF with its data inside, and the check of one.
///
/// {@link ai.cryox.backend.report.ReportMaker} is the file to read first: gather, write the pages,
/// render, attach, sign. Everything is read from the data file as it is committed, beside the
/// backend that writes it, and nothing is changed.
@NullMarked
package ai.cryox.backend.report;

import org.jspecify.annotations.NullMarked;
