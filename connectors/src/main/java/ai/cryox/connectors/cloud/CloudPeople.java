package ai.cryox.connectors.cloud;

import ai.cryox.core.people.Account;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.People;
import ai.cryox.core.people.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The accounts of a server. Nothing is kept here: each look asks anew.
final class CloudPeople implements People {
  private final CloudHttp http;

  CloudPeople(CloudHttp http) {
    this.http = http;
  }

  @Override
  public List<Account> accounts() {
    return Asking.ask(
            Action.MANAGE_PEOPLE, () -> http.get(Lane.HISTORY, http.url("people").build()).tree())
        .trees("items")
        .stream()
        .map(CloudPeople::account)
        .toList();
  }

  @Override
  public Account add(String signInName, String name, Grants grants, char[] password, String why) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("signInName", signInName);
    body.put("name", name);
    body.put("roles", roles(grants));
    body.put("password", wiped(password));
    body.put("why", why);
    return send("POST", body);
  }

  @Override
  public Account change(String userId, String name, Grants grants, String why) {
    return send("PUT", Map.of("name", name, "roles", roles(grants), "why", why), userId);
  }

  @Override
  public Account change(Account seen, String name, Grants grants, String why) {
    Map<String, Object> body = Map.of("name", name, "roles", roles(grants), "why", why);
    Map<String, String> condition = Map.of("If-Match", '"' + seen.version() + '"');
    return account(
        Asking.act(
            Action.MANAGE_PEOPLE,
            () ->
                http.send("PUT", http.url("people", seen.userId()).build(), body, condition)
                    .tree()));
  }

  @Override
  public Account resetPassword(String userId, char[] password, String why) {
    return send("POST", Map.of("password", wiped(password), "why", why), userId, "reset");
  }

  @Override
  public Account unlock(String userId, String why) {
    return send("POST", Map.of("why", why), userId, "unlock");
  }

  @Override
  public Account disable(String userId, String why) {
    return send("POST", Map.of("why", why), userId, "disable");
  }

  @Override
  public Account enable(String userId, String why) {
    return send("POST", Map.of("why", why), userId, "enable");
  }

  @Override
  public void changeOwnPassword(char[] old, char[] fresh) {
    Map<String, Object> body = new HashMap<>();
    body.put("oldPassword", wiped(old));
    body.put("newPassword", wiped(fresh));
    Asking.act(Action.WATCH, () -> http.send("PUT", http.url("me", "password").build(), body));
  }

  private Account send(String method, Map<String, Object> body, String... below) {
    String[] at = new String[below.length + 1];
    at[0] = "people";
    System.arraycopy(below, 0, at, 1, below.length);
    return account(
        Asking.act(
            Action.MANAGE_PEOPLE, () -> http.send(method, http.url(at).build(), body).tree()));
  }

  private static String wiped(char[] password) {
    String text = new String(password);
    Arrays.fill(password, '\0');
    return text;
  }

  private static List<Map<String, String>> roles(Grants grants) {
    return grants.all().stream()
        .map(grant -> Map.of("role", grant.role().wireName(), "facilityId", grant.facilityId()))
        .toList();
  }

  private static Account account(Tree tree) {
    return new Account(
        tree.text("userId", ""),
        tree.text("signInName", ""),
        tree.text("name", ""),
        new Grants(
            tree.trees("roles").stream()
                .map(CloudPeople::grant)
                .collect(Collectors.toUnmodifiableSet())),
        Account.State.valueOf(tree.text("state", "ACTIVE").toUpperCase(Locale.ROOT)),
        tree.text("issuer"),
        tree.truth("mustChangePassword"),
        tree.time("passwordSetAt"),
        tree.time("createdAt", Instant.EPOCH),
        tree.time("lastSignInAt"));
  }

  private static Grant grant(Tree tree) {
    return new Grant(Role.named(tree.text("role", "")), tree.text("facilityId", Grant.EVERYWHERE));
  }
}
