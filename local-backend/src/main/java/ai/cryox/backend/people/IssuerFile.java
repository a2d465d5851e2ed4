package ai.cryox.backend.people;

import ai.cryox.backend.identity.IdentityException;
import ai.cryox.backend.identity.OwnerOnlyFile;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.people.Grants;
import com.nimbusds.jose.util.JSONArrayUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The issuers that are known, in the file `people/issuers.json` of the data folder: not in the
/// database, so that whoever looks after the server can read and copy it. Thread-safe; held in
/// memory.
final class IssuerFile {
  private final Path file;
  private volatile List<Issuer> known;

  /// @throws IdentityException if the file is there and cannot be used
  IssuerFile(Path data) {
    this.file = data.resolve("people").resolve("issuers.json");
    this.known = read();
  }

  List<Issuer> all() {
    return known;
  }

  private List<Issuer> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Issuer> issuers = new ArrayList<>();
      for (Object one : JSONArrayUtils.parse(Files.readString(file))) {
        Map<?, ?> members = (Map<?, ?>) one;
        Map<String, Grants> roles = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(members.get("roles")))
            .forEach((value, words) ->
                roles.put(String.valueOf(value), GrantWords.parse(String.valueOf(words))));
        issuers.add(
            new Issuer(
                String.valueOf(members.get("issuer")),
                String.valueOf(members.get("audience")),
                String.valueOf(members.get("claim")),
                roles,
                text(members, "clientId", ""),
                text(members, "scope", IssuerOffer.USUAL_SCOPE)));
      }
      return List.copyOf(issuers);
    } catch (IOException
        | ParseException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException failed) {
      throw new IdentityException(
          "The file %s cannot be used: %s. Restore it, or delete it and add the issuers again."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  /// What older files do not have.
  private static String text(Map<?, ?> members, String name, String otherwise) {
    return members.get(name) instanceof String text ? text : otherwise;
  }

  /// @throws IdentityException if it cannot be written; nothing is changed then
  synchronized void save(List<Issuer> issuers) {
    List<Object> all = new ArrayList<>();
    for (Issuer issuer : issuers) {
      Map<String, Object> roles = new LinkedHashMap<>();
      issuer.roles().forEach((value, grants) -> roles.put(value, GrantWords.of(grants)));
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("issuer", issuer.address());
      members.put("audience", issuer.audience());
      members.put("claim", issuer.claim());
      members.put("roles", roles);
      members.put("clientId", issuer.clientId());
      members.put("scope", issuer.scope());
      all.add(members);
    }
    try {
      OwnerOnlyFile.makeFolder(Objects.requireNonNull(file.getParent()));
      OwnerOnlyFile.write(file, JSONArrayUtils.toJSONString(all).getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new IdentityException(
          "The file %s cannot be written: %s. Make the data folder writable."
              .formatted(file, failed.getMessage()),
          failed);
    }
    known = List.copyOf(issuers);
  }
}
