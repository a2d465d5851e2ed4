package ai.cryox.backend.people;

import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.people.Grants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The calls `issuer/…` of whoever owns the data folder: each answers with the issuers as they are
/// then.
///
/// @param owner for the audit trail
record IssuerControl(IssuerFile file, Attributed owner) implements Control {
  /// How the names of the claim's values begin among the named texts.
  static final String VALUE = "value.";

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    switch (call) {
      case "issuer/list" -> {}
      case "issuer/add" -> add(with);
      case "issuer/remove" -> remove(with);
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    }
    return file.all().stream().map(IssuerControl::row).toList();
  }

  private void add(Map<String, String> with) {
    Map<String, Grants> roles = new LinkedHashMap<>();
    with.forEach((name, words) -> {
      if (name.startsWith(VALUE)) {
        roles.put(name.substring(VALUE.length()), GrantWords.parse(words));
      }
    });
    Issuer wanted =
        new Issuer(
            with.getOrDefault("issuer", ""),
            with.getOrDefault("audience", ""),
            with.getOrDefault("claim", Issuer.USUAL_CLAIM),
            roles,
            with.getOrDefault("clientId", ""),
            with.getOrDefault("scope", IssuerOffer.USUAL_SCOPE));
    Issuer before = find(wanted.address());
    List<Issuer> all = new ArrayList<>(file.all());
    all.remove(before);
    all.add(wanted);
    file.save(all);
    note("issuer.add", wanted.address(), before, wanted, with);
  }

  private void remove(Map<String, String> with) {
    String address = with.getOrDefault("issuer", "");
    Issuer before = find(address);
    if (before == null) {
      throw new IllegalArgumentException("There is no issuer '%s'.".formatted(address));
    }
    file.save(file.all().stream().filter(one -> !one.equals(before)).toList());
    note("issuer.remove", address, before, null, with);
  }

  private @Nullable Issuer find(String address) {
    return file.all().stream()
        .filter(one -> one.address().equals(address))
        .findFirst()
        .orElse(null);
  }

  private void note(
      String what,
      String address,
      @Nullable Issuer before,
      @Nullable Issuer after,
      Map<String, String> with) {
    owner.change(batch ->
        batch.audit.add(
            owner
                .done(batch, what, null, "Whose tokens are taken was changed.")
                .about(address)
                .changing(words(before), words(after))
                .because(with.getOrDefault("why", ""))));
  }

  private static @Nullable String words(@Nullable Issuer issuer) {
    return issuer == null ? null : row(issuer).toString();
  }

  private static Map<String, String> row(Issuer issuer) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("issuer", issuer.address());
    row.put("audience", issuer.audience());
    row.put("claim", issuer.claim());
    if (!issuer.clientId().isEmpty()) {
      row.put("clientId", issuer.clientId());
      row.put("scope", issuer.scope());
    }
    row.put(
        "roles",
        issuer.roles().entrySet().stream()
            .map(role -> role.getKey() + " = " + GrantWords.of(role.getValue()))
            .sorted()
            .collect(Collectors.joining("; ")));
    return row;
  }
}
