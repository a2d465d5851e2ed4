package ai.cryox.backend.rights;

import ai.cryox.core.people.Account;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.People;
import java.util.Arrays;
import java.util.List;

/// What one person may see and change of accounts.
record GuardedPeople(People people, Rights rights) implements People {
  @Override
  public List<Account> accounts() {
    rights.requireEverywhere(Action.MANAGE_PEOPLE);
    return people.accounts();
  }

  @Override
  public Account add(String signInName, String name, Grants grants, char[] password, String why) {
    requireOrWipe(password);
    return people.add(signInName, name, grants, password, why);
  }

  /// A password is wiped whatever becomes of it.
  private void requireOrWipe(char[] password) {
    try {
      rights.requireEverywhere(Action.MANAGE_PEOPLE);
    } catch (RuntimeException forbidden) {
      Arrays.fill(password, '\0');
      throw forbidden;
    }
  }

  @Override
  public Account change(String userId, String name, Grants grants, String why) {
    rights.requireEverywhere(Action.MANAGE_PEOPLE);
    return people.change(userId, name, grants, why);
  }

  @Override
  public Account change(Account seen, String name, Grants grants, String why) {
    rights.requireEverywhere(Action.MANAGE_PEOPLE);
    return people.change(seen, name, grants, why);
  }

  @Override
  public Account resetPassword(String userId, char[] password, String why) {
    requireOrWipe(password);
    return people.resetPassword(userId, password, why);
  }

  @Override
  public Account unlock(String userId, String why) {
    rights.requireEverywhere(Action.MANAGE_PEOPLE);
    return people.unlock(userId, why);
  }

  @Override
  public Account disable(String userId, String why) {
    rights.requireEverywhere(Action.MANAGE_PEOPLE);
    return people.disable(userId, why);
  }

  @Override
  public Account enable(String userId, String why) {
    rights.requireEverywhere(Action.MANAGE_PEOPLE);
    return people.enable(userId, why);
  }

  @Override
  public void changeOwnPassword(char[] old, char[] fresh) {
    people.changeOwnPassword(old, fresh);
  }
}
