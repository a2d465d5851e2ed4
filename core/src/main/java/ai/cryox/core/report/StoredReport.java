package ai.cryox.core.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report that has a number, and what became of it. Numbers are given out in order, one row for
/// each facility and year, and none is used twice; what could not be made keeps its number and says
/// why.
///
/// @param reportId such as `warehouse_001-2026-000123`, with `.2` behind it for its second version
/// @param year by the facility's calendar when it was begun
/// @param number of the facility in that year, 1 is the first
/// @param version 1 is the first; a correction is the next version of the same number
/// @param maker who had it made: lasting id and name
/// @param begunAt when it got its number, by the backend's clock
/// @param state where it is
/// @param document SHA-256 of the document as it is now; empty while there is none
/// @param made SHA-256 of the document as it was made, before anybody signed; empty while there is
///   none
/// @param data SHA-256 of the data in it; empty while there is none
/// @param bytes of the document
/// @param pages of the document
/// @param corrects the version that this one takes the place of, or `null`
/// @param reason why it was corrected, or why it could not be made; may be empty
/// @param scheduleId the schedule that had it made, or `null`
/// @param note what else is to be said of it, such as that it is late; may be empty
/// @param signatures oldest first
public record StoredReport(
    String reportId,
    ReportOrder order,
    int year,
    int number,
    int version,
    Maker maker,
    Instant begunAt,
    ReportState state,
    String document,
    String made,
    String data,
    long bytes,
    int pages,
    @Nullable String corrects,
    String reason,
    @Nullable String scheduleId,
    String note,
    List<ReportSignature> signatures) {
  /// Who had a report made.
  ///
  /// @param userId lasting
  /// @param name as it is printed
  public record Maker(String userId, String name) {}

  public StoredReport {
    signatures = List.copyOf(signatures);
  }

  /// The id of a version of a number.
  public static String id(String facilityId, int year, int number, int version) {
    String id = "%s-%d-%06d".formatted(facilityId, year, number);
    return version == 1 ? id : id + "." + version;
  }

  /// Which facility it is about.
  public String facilityId() {
    return order.facilityId();
  }

  /// Whether there is a document.
  public boolean isMade() {
    return !document.isEmpty();
  }

  /// Why somebody may not take a step now, in a sentence; `null` if they may: four eyes, in their
  /// order. What their roles allow is not asked here.
  public @Nullable String problem(ReportStep step, String userId) {
    if (!step.leadsFrom(state)) {
      return "%s is %s; it cannot be %s now.".formatted(reportId, words(state), words(step.to()));
    }
    if (step == ReportStep.WITHDRAW) {
      return state == ReportState.DRAFT && !userId.equals(maker.userId())
          ? "Only %s, who had it made, can withdraw this draft; reject it instead."
              .formatted(maker.name())
          : null;
    }
    if (userId.equals(maker.userId())) {
      return "Four eyes: who had a report made cannot sign it. Let somebody else do that.";
    }
    boolean signedBefore =
        signatures.stream().anyMatch(signature -> signature.userId().equals(userId));
    return step == ReportStep.APPROVE && signedBefore
        ? "Four eyes: who has reviewed a report cannot approve it. Let somebody else do that."
        : null;
  }

  private static String words(ReportState state) {
    return switch (state) {
      case MAKING -> "still being made";
      case DRAFT -> "a draft";
      default -> state.wireName();
    };
  }

  /// The same, made.
  public StoredReport made(String hash, String dataHash, long size, int pageCount) {
    return with(ReportState.DRAFT, hash, hash, dataHash, size, pageCount, reason, signatures);
  }

  /// The same, which could not be made.
  public StoredReport voided(String why) {
    return with(ReportState.VOID, "", "", "", 0, 0, why, signatures);
  }

  /// The same with one more signature.
  public StoredReport signed(ReportSignature signature, long size) {
    List<ReportSignature> all = new ArrayList<>(signatures);
    all.add(signature);
    return with(signature.step().to(), signature.document(), made, data, size, pages, reason, all);
  }

  private StoredReport with(
      ReportState next,
      String hash,
      String first,
      String dataHash,
      long size,
      int pageCount,
      String why,
      List<ReportSignature> all) {
    return new StoredReport(
        reportId,
        order,
        year,
        number,
        version,
        maker,
        begunAt,
        next,
        hash,
        first,
        dataHash,
        size,
        pageCount,
        corrects,
        why,
        scheduleId,
        note,
        all);
  }
}
