package ai.cryox.app.cli;

import ai.cryox.core.backend.IssuerOffer;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `cryox issuer`: whose access tokens the API takes, whether a backend works in the data folder or
/// not.
@Command(
    name = "issuer",
    mixinStandardHelpOptions = true,
    description = "Show and change whose OpenID Connect access tokens the API takes.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "  cryox issuer add https://login.example.com/realms/stores --audience cryox",
      "    --claim realm_access.roles --map shift=operator --map lead=supervisor@warehouse_001"
    })
public final class IssuerCommand extends ControlCommandGroup {
  @Option(
      names = "--why",
      paramLabel = "TEXT",
      scope = ScopeType.INHERIT,
      defaultValue = "",
      description = "The reason, for the audit trail.")
  private String why = "";

  /// @param clock everybody's clock
  public IssuerCommand(InstantSource clock) {
    super(clock);
  }

  @Command(name = "list", description = "List all issuers.")
  int list() {
    return print(call("list", Map.of()));
  }

  @Command(name = "add", description = "Take tokens of an issuer, or say anew what they give.")
  int add(
      @Parameters(
              paramLabel = "ISSUER",
              description = "Its https address, exactly as its tokens name it.")
          String issuer,
      @Option(
              names = "--audience",
              paramLabel = "AUD",
              required = true,
              description = "What its tokens have in aud if they are meant for this server.")
          String audience,
      @Option(
              names = "--claim",
              paramLabel = "CLAIM",
              defaultValue = "roles",
              description = "Where its tokens list roles. Usual: ${DEFAULT-VALUE}.")
          String claim,
      @Option(
              names = "--client-id",
              paramLabel = "ID",
              defaultValue = "",
              description =
                  "As which it knows consoles; then people can sign in there with a browser. Its"
                      + " redirect address is http://127.0.0.1/callback at any port, or what"
                      + " consoles are told with --oidc-redirect.")
          String clientId,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              defaultValue = IssuerOffer.USUAL_SCOPE,
              description = "What consoles ask for there. Usual: ${DEFAULT-VALUE}.")
          String scope,
      @Option(
              names = "--map",
              paramLabel = "VALUE=ROLES",
              required = true,
              description = "What a value of the claim gives; may be given several times.")
          Map<String, String> roles) {
    Map<String, String> with =
        new HashMap<>(
            Map.of(
                "issuer",
                issuer,
                "audience",
                audience,
                "claim",
                claim,
                "clientId",
                clientId,
                "scope",
                scope));
    roles.forEach((value, words) -> with.put("value." + value, words));
    return print(call("add", with));
  }

  @Command(name = "remove", description = "Take no more tokens of an issuer.")
  int remove(@Parameters(paramLabel = "ISSUER", description = "Its address.") String issuer) {
    return print(call("remove", Map.of("issuer", issuer)));
  }

  private List<Map<String, String>> call(String verb, Map<String, String> with) {
    Map<String, String> all = new HashMap<>(with);
    all.put("why", why);
    return ask("issuer/" + verb, all);
  }

  private int print(List<Map<String, String>> issuers) {
    PrintWriter out = out();
    if (issuers.isEmpty()) {
      out.println("The API takes tokens of no issuer but this server itself.");
    }
    for (Map<String, String> issuer : issuers) {
      out.println(issuer.get("issuer"));
      out.printf("  audience  %s%n", issuer.get("audience"));
      out.printf("  %s: %s%n", issuer.get("claim"), issuer.get("roles"));
      if (issuer.containsKey("clientId")) {
        out.printf("  browser   as %s, scope %s%n", issuer.get("clientId"), issuer.get("scope"));
      }
    }
    out.flush();
    return 0;
  }
}
