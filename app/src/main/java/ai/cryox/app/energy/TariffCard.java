package ai.cryox.app.energy;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.core.energy.Tariff;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Asks what a kilowatt-hour costs. FX thread only.
final class TariffCard {
  private static final double WIDTH = 460;

  private final ScreenContext context;
  private final String facilityId;
  private final @Nullable Tariff before;
  private final Runnable onSaved;

  /// @param facilityId empty for all of which nobody said anything
  TariffCard(ScreenContext context, String facilityId, @Nullable Tariff before, Runnable onSaved) {
    this.context = context;
    this.facilityId = facilityId;
    this.before = before;
    this.onSaved = onSaved;
  }

  void open() {
    Messages messages = context.messages();
    String hint = messages.text("energy.tariffHint");
    Field<Double> price = new Field<Double>(messages.text("energy.price"), TariffCard::price, hint);
    if (before != null) {
      // What nobody has typed yet is not wrong.
      price.with(context.units().decimal(before.pricePerKilowattHour()));
    }
    Field<String> currency =
        new Field<String>(messages.text("energy.currency"), TariffCard::currency, hint)
            .with(before == null ? "EUR" : before.currency());
    price.node().setId("tariff-price");
    currency.node().setId("tariff-currency");
    Label trouble = Nodes.trouble();
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Button save =
        Nodes.button(
            messages.text("energy.save"),
            messages.key("Enter"),
            () -> save(price, currency, trouble));
    save.getStyleClass().add("primary");
    save.setId("tariff-save");
    save.setDefaultButton(true);
    Form form =
        new Form()
            .add(messages.text("energy.price"), price.node())
            .add(messages.text("energy.currency"), currency.node());
    String where =
        facilityId.isEmpty()
            ? messages.text("energy.everywhere")
            : context.units().place(facilityId);
    Card card =
        new Card(messages.text("energy.tariffOf", where), WIDTH)
            .add(form.node())
            .add(trouble)
            .buttons(cancel, save);
    context.frame().openCard(card.node(), price.node());
  }

  private static @Nullable Double price(String typed) {
    Double value = Typed.number(typed);
    return value == null || value < 0 ? null : value;
  }

  private static @Nullable String currency(String typed) {
    String plain = typed.strip().toUpperCase(Locale.ROOT);
    return plain.matches("[A-Z]{3}") ? plain : null;
  }

  private void save(Field<Double> price, Field<String> currency, Label trouble) {
    Double amount = price.value();
    String in = currency.value();
    if (amount == null || in == null) {
      Nodes.say(trouble, price.hint());
      return;
    }
    context
        .background()
        .call(
            () -> {
              context.session().energy().saveTariff(facilityId, new Tariff(amount, in));
              return true;
            },
            _ -> {
              context.frame().closeCard(trouble);
              onSaved.run();
            },
            sentence -> context.frame().refuse(trouble, sentence));
  }
}
