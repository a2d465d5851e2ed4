package ai.cryox.backend.people;

import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// An OpenID Connect issuer whose access tokens are taken.
///
/// @param address as its tokens name it in `iss`
/// @param audience what its tokens must have in `aud` to be meant for us
/// @param claim where its tokens say which roles somebody has; a dot leads into an object:
///   `realm_access.roles`
/// @param roles what each value of that claim gives
/// @param clientId as which it knows consoles; empty = people cannot sign in there with a browser
/// @param scope what consoles ask for there
public record Issuer(
    String address,
    String audience,
    String claim,
    Map<String, Grants> roles,
    String clientId,
    String scope) {
  /// The usual claim.
  public static final String USUAL_CLAIM = "roles";

  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  public Issuer {
    roles = Map.copyOf(roles);
    URI uri = uri(address);
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    if (uri.getHost() == null
        || !(secure || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost())))) {
      throw new IllegalArgumentException(
          "An issuer is an https address, not '%s'.".formatted(address));
    }
    if (!clientId.isEmpty() && !List.of(scope.split(" ")).contains("openid")) {
      throw new IllegalArgumentException(
          "The scope must have openid, not only '%s'.".formatted(scope));
    }
    if (audience.isBlank() || claim.isBlank() || roles.isEmpty()) {
      throw new IllegalArgumentException(
          "An issuer needs an audience, a claim, and a role for one of its values at least.");
    }
  }

  private static URI uri(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("'%s' is no address.".formatted(address), none);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  /// How a console sends people there; empty if it cannot.
  Optional<IssuerOffer> offer() {
    return clientId.isEmpty()
        ? Optional.empty()
        : Optional.of(new IssuerOffer(address, clientId, audience, scope));
  }

  /// Where it says how it works.
  URI discovery() {
    String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return URI.create(base + "/.well-known/openid-configuration");
  }

  /// What these values of the claim give together; those that nobody mapped give nothing.
  Grants grants(Collection<String> values) {
    Set<Grant> all = new HashSet<>();
    values.stream()
        .map(roles::get)
        .filter(Objects::nonNull)
        .forEach(grants -> all.addAll(grants.all()));
    return new Grants(all);
  }
}
