package ai.cryox.backend.store;

import ai.cryox.backend.profile.ProfileJson;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.classify.StorageProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The storage profiles that people made. {@link #save} belongs to the writer's open transaction.
public final class SqliteProfileStore {
  private final SqliteDatabase database;

  /// Profiles of this database.
  public SqliteProfileStore(SqliteDatabase database) {
    this.database = database;
  }

  /// Replaces a profile, or removes it.
  void save(String profileId, Optional<StorageProfile> profile, Instant now) {
    if (profile.isEmpty()) {
      database.writer().execute("DELETE FROM storage_profile WHERE profile_id = ?", profileId);
      return;
    }
    database
        .writer()
        .execute(
            "INSERT OR REPLACE INTO storage_profile VALUES (?, ?, ?)",
            profileId,
            ProfileJson.text(profile.get()),
            now.toEpochMilli());
  }

  /// All of them, and those that ship.
  ///
  /// @throws StoreException if another hand or a newer program wrote what makes no sense here
  public ProfileBook book() {
    List<String> texts =
        database.read(handle ->
            handle.createQuery("SELECT profile FROM storage_profile").mapTo(String.class).list());
    try {
      return ProfileBook.with(texts.stream().map(ProfileJson::parse).toList());
    } catch (IllegalArgumentException nonsense) {
      throw new StoreException(
          "A storage profile in the data file cannot be used: %s Start the version of the program that wrote it, or restore the file from a backup."
              .formatted(nonsense.getMessage()),
          nonsense);
    }
  }
}
