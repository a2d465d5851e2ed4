package ai.cryox.app.screen;

import ai.cryox.core.classify.StorageProfile;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Storage profiles by their names, in a box to choose one from. Pure.
public final class ProfileName extends StringConverter<StorageProfile> {
  @Override
  public String toString(@Nullable StorageProfile profile) {
    return profile == null ? "" : profile.name();
  }

  @Override
  public @Nullable StorageProfile fromString(String words) {
    return null;
  }
}
