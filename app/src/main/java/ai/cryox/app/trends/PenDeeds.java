package ai.cryox.app.trends;

import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.backend.Feature;
import ai.cryox.core.reading.Quantity;
import java.util.List;

/// What people do with the pens of a trend. FX thread only.
final class PenDeeds {
  private final ScreenContext context;
  private final TrendsModel model;
  private final Runnable onChoose;
  private final Runnable onOthers;

  /// @param onChoose run when another pen is chosen
  /// @param onOthers run when there are other pens than before
  PenDeeds(ScreenContext context, TrendsModel model, Runnable onChoose, Runnable onOthers) {
    this.context = context;
    this.model = model;
    this.onChoose = onChoose;
    this.onOthers = onOthers;
  }

  /// Asks for a pen to add.
  void add() {
    Pen chosen = model.chosenPen();
    Quantity first = chosen == null ? Quantity.TEMPERATURE : chosen.quantity();
    new PenCard(context, first, this::add).open();
  }

  private void add(Pen pen) {
    if (!model.add(pen)) {
      context.frame().say(context.messages().text("trends.full", PenChoice.MOST));
    }
    onOthers.run();
  }

  /// Takes the chosen pen away.
  void remove() {
    model.removeChosen();
    onOthers.run();
  }

  /// Whether the backend keeps groups of pens.
  boolean areGroupsKept() {
    return context.session().features().contains(Feature.NOTEBOOK);
  }

  /// Lets the person choose among their groups of pens, if the backend keeps any.
  void showGroups() {
    if (areGroupsKept()) {
      new GroupsCard(context, model.pens(), this::show).open();
    }
  }

  private void show(List<Pen> group) {
    model.show(group);
    onOthers.run();
  }

  /// Chooses a pen by its place.
  void choose(int index) {
    model.choose(index);
    onChoose.run();
  }

  /// Chooses the pen above or below.
  void chooseNext(int direction) {
    choose(Math.floorMod(model.chosen() + direction, Math.max(1, model.pens().size())));
  }
}
