package ai.cryox.app.profiles;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.text.Messages;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;

/// Which devices have a profile, and gives it to others. FX thread only.
final class ProfileDevices {
  private final ScreenContext context;
  private final Messages messages;
  private final StorageProfile profile;
  private final List<Entry> entries = new ArrayList<>();
  private final Label trouble = Nodes.trouble();
  private boolean saving;

  /// @param place where it stands, in words
  private record Entry(Device device, String place, BooleanProperty has, boolean had) {
    @Override
    public String toString() {
      String zone = device.zone().isEmpty() ? "" : " · " + device.zone();
      return device.name() + "   " + place + zone;
    }
  }

  ProfileDevices(ScreenContext context, StorageProfile profile) {
    this.context = context;
    this.profile = profile;
    messages = context.messages();
    for (DeviceLive live : context.session().live().latest().devices()) {
      boolean had = profile.id().equals(live.device().profileId());
      String place = context.units().place(live.device().facilityId());
      entries.add(new Entry(live.device(), place, new SimpleBooleanProperty(had), had));
    }
  }

  void open() {
    FilteredList<Entry> shown = new FilteredList<>(FXCollections.observableArrayList(entries));
    ListView<Entry> list = new ListView<>(shown);
    list.setCellFactory(CheckBoxListCell.forListView(Entry::has));
    list.setPrefHeight(380);
    list.setAccessibleText(messages.text("profile.devicesOf", profile.name()));
    TextField filter =
        SearchField.of(messages, "profile-device-filter", messages.text("find.prompt"));
    filter
        .textProperty()
        .addListener((_, _, text) -> {
          String wanted = text.trim().toLowerCase(Locale.ROOT);
          shown.setPredicate(entry -> entry.toString().toLowerCase(Locale.ROOT).contains(wanted));
        });
    Button save = Nodes.button(messages.text("profile.assign"), messages.key("Enter"), this::save);
    save.getStyleClass().add("primary");
    save.setDefaultButton(true);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Card card =
        new Card(messages.text("profile.devicesOf", profile.name()), 560)
            .add(filter)
            .add(list)
            .add(trouble)
            .buttons(cancel, save);
    context.frame().openCard(card.node(), filter);
  }

  private void save() {
    if (saving) {
      return;
    }
    saving = true;
    List<Entry> changed = entries.stream().filter(one -> one.has().get() != one.had()).toList();
    context
        .background()
        .call(
            () -> {
              for (Entry one : changed) {
                String profileId = one.has().get() ? profile.id() : null;
                context.session().assignProfile(one.device().deviceId(), profileId);
              }
              return changed.size();
            },
            count -> {
              context.frame().closeCard(trouble);
              context.frame().say(messages.text("profile.assigned", count));
              context.pulse().beatNow();
            },
            sentence -> {
              saving = false;
              context.frame().refuse(trouble, sentence);
            });
  }
}
