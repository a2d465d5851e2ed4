package ai.cryox.backend.report;

import ai.cryox.backend.store.LedgerExtract;
import ai.cryox.core.ledger.Checkpoint;

/// Writes the last sections of every report: what proves it, and who signed it.
///
/// @param content what it says
/// @param words the report's
/// @param body where they are written
record ClosingPages(ReportContent content, ReportWords words, Html body, Sections sections) {
  /// How the data are proven.
  void proof() {
    sections.begin("proof", words.say("proof"));
    body.leaf("p", words.say("proof.check"));
    DataFile data = content.data();
    Table.facts(
        body,
        words.say("proof.data"),
        words.say(
            "proof.data.line",
            words.count(data.rows()),
            words.count(data.bytes()),
            PageWriter.DATA_NAME),
        words.say("proof.made"),
        words.say("proof.made.line", words.stamp(content.madeAt()), content.madeBy()),
        words.say("proof.software"),
        content.software(),
        words.say("proof.configuration"),
        words.say("proof.configuration.line", content.schema()));
    body.leaf("p", words.say("proof.hash"));
    body.leaf("p", data.sha256(), "class", "mono", "id", "hash");
    LedgerExtract.Head ledger = content.ledger();
    if (ledger == null) {
      body.leaf("p", words.say("ledger.none"));
      return;
    }
    body.leaf("p", words.say("ledger.head"));
    Checkpoint head = ledger.checkpoint();
    Table.facts(
        body,
        words.say("ledger"),
        head.origin(),
        words.say("ledger.leaves"),
        words.say("ledger.leaves.line", words.count(head.size()), words.stamp(head.at())),
        words.say("ledger.root"),
        head.root().toString(),
        words.say("ledger.key"),
        ledger.key().toString());
  }

  /// Room for the seal and for people's signatures.
  ///
  /// @param kept whether people sign it
  void signatures(boolean kept) {
    body.open("div", "class", "keep");
    sections.begin("signatures", words.say("signatures"));
    if (!kept) {
      body.leaf("p", words.say("signatures.none"));
    } else {
      body.leaf("p", words.say("signatures.kept"));
      for (SignatureBox box : SignatureBox.values()) {
        body.leaf("div", "\u00a0", "class", "seal", "id", box.id());
      }
    }
    body.leaf("div", "\u00a0", "class", "seal", "id", PageWriter.SEAL_ID);
    body.close();
  }
}
