package ai.cryox.core.people;

import java.util.List;

/// Accounts and sign-ins on disk. Port. Nothing is ever deleted of the accounts.
public interface PeopleStore {
  /// Adds an account or replaces it. Belongs to the writer's open transaction.
  void save(StoredAccount account);

  /// Adds a sign-in or replaces it. Belongs to the writer's open transaction.
  void save(StoredSession session);

  /// All accounts; any thread.
  List<StoredAccount> accounts();

  /// All sign-ins that were not ended; any thread.
  List<StoredSession> sessions();
}
