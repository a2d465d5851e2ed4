package ai.cryox.core.report;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The stored reports: numbered, signed step by step, never changed. All methods may be called from
/// any thread and block.
public interface Reports {
  /// One page of them, newest first.
  ///
  /// @throws BadTokenException if the token belongs to another query
  Page<StoredReport> list(ReportQuery query, PageRequest page);

  /// One of them.
  ///
  /// @throws IllegalArgumentException if there is none of that id, with a sentence
  StoredReport get(String reportId);

  /// Makes a report, in the name of whoever is signed in. Takes seconds.
  ///
  /// @return the draft
  /// @throws IllegalArgumentException if it makes no sense, with a sentence; no number was used
  /// @throws BackendException if it could not be made; its number is void and says why
  /// @throws CancellationException if whoever watches broke it off; its number is void
  StoredReport make(ReportOrder order, ReportWatch watch);

  /// Makes a report anew from what is known now, as the next version of the same number.
  ///
  /// @param reason printed on it
  /// @throws IllegalArgumentException if there is nothing to correct, or no reason, with a sentence
  StoredReport correct(String reportId, String reason, ReportWatch watch);

  /// Signs it, as whoever is signed in, who says their password again.
  ///
  /// @param password of theirs; wiped
  /// @param comment may be empty, but not for a refusal or a withdrawal
  /// @throws IllegalArgumentException if they may not do that now, or the password is wrong, with a
  ///   sentence; nothing was signed
  StoredReport sign(String reportId, ReportStep step, char[] password, String comment);

  /// Hands it out, piece by piece.
  ///
  /// @param form in which
  /// @param into takes the pieces in order, on this thread; what it throws ends the export
  /// @throws IllegalArgumentException if there is no document, with a sentence
  /// @throws BackendException if it cannot be read, or what is stored has been changed
  void export(String reportId, ReportForm form, Consumer<byte[]> into);

  /// The reports that are made by themselves; empty if nothing makes them there, which the
  /// backend's features say too.
  default Optional<Schedules> schedules() {
    return Optional.empty();
  }

  /// The facilities of which somebody said what they are called, by id.
  List<NamedFacility> facilities();

  /// What somebody called a facility in its letterhead, as far as it is known here; `null` if
  /// nobody did or the person does not see it. Never blocks.
  @Nullable String nameOf(String facilityId);

  /// How a facility's reports look; of which nobody has said anything, its id and the clock of the
  /// backend.
  Letterhead letterhead(String facilityId);

  /// Says how they look from now on; durable when it returns. A logo in SVG is drawn as PNG.
  ///
  /// @return as it was saved
  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  Letterhead saveLetterhead(String facilityId, Letterhead letterhead);
}
