package ai.cryox.backend.people;

import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.backend.Control;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.People;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The calls `user/…` of whoever owns the data folder: texts in, texts out. Accounts are named by
/// their sign-in name.
///
/// @param owner for the audit trail
record PeopleControl(People people, MachineDesk machines, Attributed owner) implements Control {
  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    String why = with.getOrDefault("why", "");
    return switch (call) {
      case "user/list" -> people.accounts().stream().map(PeopleControl::row).toList();
      case "user/add" -> one(add(with, why));
      case "user/role" -> one(changeRoles(with, why));
      case "user/reset" -> one(people.resetPassword(named(with).userId(), password(with), why));
      case "user/unlock" -> one(people.unlock(named(with).userId(), why));
      case "user/disable" -> one(people.disable(named(with).userId(), why));
      case "user/enable" -> one(people.enable(named(with).userId(), why));
      case "user/add-machine" ->
          made(machines.add(text(with, "signInName"), text(with, "name"), roles(with), why, owner));
      case "user/secret" -> made(machines.renew(named(with).userId(), why, owner));
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    };
  }

  private Account add(Map<String, String> with, String why) {
    return people.add(
        text(with, "signInName"), text(with, "name"), roles(with), password(with), why);
  }

  private Account changeRoles(Map<String, String> with, String why) {
    Account account = named(with);
    String name = with.get("name");
    return people.change(account.userId(), name == null ? account.name() : name, roles(with), why);
  }

  private static Grants roles(Map<String, String> with) {
    return GrantWords.parse(text(with, "roles"));
  }

  private static char[] password(Map<String, String> with) {
    return text(with, "password").toCharArray();
  }

  private Account named(Map<String, String> with) {
    String name = text(with, "signInName");
    return people.accounts().stream()
        .filter(account -> account.signInName().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("Nobody has the sign-in name '%s'.".formatted(name)));
  }

  private static String text(Map<String, String> with, String name) {
    String text = with.getOrDefault(name, "");
    if (text.isBlank()) {
      throw new IllegalArgumentException("%s is missing.".formatted(name));
    }
    return text;
  }

  private static List<Map<String, String>> made(MachineDesk.Made made) {
    return List.of(
        Map.of(
            "userId", made.account().userId(),
            "signInName", made.account().signInName(),
            "secret", made.secret()));
  }

  private static List<Map<String, String>> one(Account account) {
    return List.of(row(account));
  }

  private static Map<String, String> row(Account account) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("userId", account.userId());
    row.put("signInName", account.signInName());
    row.put("name", account.name());
    row.put("roles", GrantWords.of(account.grants()));
    row.put("state", account.state().name());
    row.put("mustChangePassword", Boolean.toString(account.mustChangePassword()));
    put(row, "lastSignInAt", account.lastSignInAt());
    put(row, "passwordSetAt", account.passwordSetAt());
    return row;
  }

  private static void put(Map<String, String> row, String name, @Nullable Instant time) {
    if (time != null) {
      row.put(name, time.toString());
    }
  }
}
