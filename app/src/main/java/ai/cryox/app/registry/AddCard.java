package ai.cryox.app.registry;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.start.SensorStep;
import ai.cryox.app.text.Messages;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// Adds a sensor and shows how it connects. FX thread only.
final class AddCard {
  private static final double WIDTH = 760;

  private final ScreenContext context;
  private final Runnable onChange;

  /// @param onChange run when one was added
  AddCard(ScreenContext context, Runnable onChange) {
    this.context = context;
    this.onChange = onChange;
  }

  /// @param facilityId where it probably stands, or `null`
  void open(@Nullable String facilityId) {
    Messages messages = context.messages();
    Button close = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    close.setId("registry-close");
    SensorStep step =
        new SensorStep(
            context,
            () -> {
              close.setText(messages.text("registry.close"));
              if (close.getScene() != null) {
                close.requestFocus();
              }
              onChange.run();
            });
    step.attach();
    if (facilityId != null) {
      step.at(facilityId);
    }
    context
        .frame()
        .openCard(
            new Card(messages.text("registry.add"), WIDTH)
                .add(step.node())
                .buttons(close, step.addButton())
                .node(),
            step.first());
  }
}
