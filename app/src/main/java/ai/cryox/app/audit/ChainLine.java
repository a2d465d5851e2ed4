package ai.cryox.app.audit;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.ledger.LedgerState;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Whether the chain that the trail is a part of agrees, and until when that was looked at. FX
/// thread only.
final class ChainLine {
  private final Units units;
  private final Messages messages;
  private final Label label = Nodes.label("", "muted");

  ChainLine(Units units) {
    this.units = units;
    this.messages = units.messages();
    label.setId("audit-chain");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
  }

  Node node() {
    return label;
  }

  /// Says how it is.
  ///
  /// @param state `null` = the backend keeps no ledger, or does not tell
  void show(@Nullable LedgerState state) {
    Nodes.wear(label, "label", isBroken(state) ? "trouble" : "muted");
    label.setText(words(state));
  }

  private static boolean isBroken(@Nullable LedgerState state) {
    return state != null && !state.isSound();
  }

  private String words(@Nullable LedgerState state) {
    if (state == null) {
      return messages.text("audit.noChain");
    }
    if (!state.isSound()) {
      return messages.text("audit.tamper", String.join(" ", state.breaks()));
    }
    Instant at = state.verifiedAt();
    return at == null
        ? messages.text("audit.chainPending")
        : messages.text(
            "audit.chain",
            state.leaves(),
            units.dayTime(at) + " " + units.zoneName(at),
            units.count(state.signedLeaves()));
  }
}
