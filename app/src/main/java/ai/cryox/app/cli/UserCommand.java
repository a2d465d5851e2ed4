package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `cryox user`: who can sign in, whether a backend works in the data folder or not.
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Show and change who can sign in, and what they may do.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Roles: operator, supervisor, quality, administrator, auditor, watcher; several with commas,",
      "and operator@warehouse_001 for one facility only. The first account must be an",
      "administrator; until there is one, whoever sits at this machine may do everything."
    })
public final class UserCommand extends ControlCommandGroup {
  private static final String LINE = "%-16s %-24s %-9s %-28s %s%n";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      scope = ScopeType.INHERIT,
      defaultValue = "",
      description = "The reason, for the audit trail.")
  private String why = "";

  /// @param clock everybody's clock
  public UserCommand(InstantSource clock) {
    super(clock);
  }

  @Command(name = "list", description = "List all accounts.")
  int list() {
    List<Map<String, String>> rows = call("list", Map.of());
    PrintWriter out = out();
    if (rows.isEmpty()) {
      out.println("There are no accounts: whoever sits at this machine may do everything.");
      out.println("`cryox user add NAME --name \"…\" --role administrator` makes the first.");
    } else {
      out.printf(LINE, "SIGNS IN AS", "NAME", "STATE", "ROLES", "LAST SIGN-IN");
      rows.forEach(row -> line(out, row));
    }
    out.flush();
    return 0;
  }

  @Command(name = "add", description = "Make an account. Asks for its first password.")
  int add(
      @Parameters(paramLabel = "SIGN-IN", description = "What they sign in as; for ever theirs.")
          String signInName,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              required = true,
              description = "What journals and reports call them.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLES",
              required = true,
              description = "What they may do.")
          String roles,
      @Mixin PasswordInput password) {
    return print(
        call(
            "add",
            Map.of(
                "signInName",
                signInName,
                "name",
                name,
                "roles",
                roles,
                "password",
                password.read(signInName))));
  }

  @Command(name = "role", description = "Say anew what somebody may do.")
  int role(
      @Parameters(paramLabel = "SIGN-IN", description = "Whose account.") String signInName,
      @Parameters(paramLabel = "ROLES", description = "All roles from now on.") String roles) {
    return print(call("role", Map.of("signInName", signInName, "roles", roles)));
  }

  @Command(
      name = "reset",
      description = "Give another password, to be changed at the next sign-in; unlocks too.")
  int reset(
      @Parameters(paramLabel = "SIGN-IN", description = "Whose account.") String signInName,
      @Mixin PasswordInput password) {
    return print(
        call("reset", Map.of("signInName", signInName, "password", password.read(signInName))));
  }

  @Command(name = "unlock", description = "Let somebody in again after too many failures.")
  int unlock(
      @Parameters(paramLabel = "SIGN-IN", description = "Whose account.") String signInName) {
    return print(call("unlock", Map.of("signInName", signInName)));
  }

  @Command(name = "disable", description = "Close an account and end its sign-ins.")
  int disable(
      @Parameters(paramLabel = "SIGN-IN", description = "Whose account.") String signInName) {
    return print(call("disable", Map.of("signInName", signInName)));
  }

  @Command(name = "enable", description = "Open a closed account again.")
  int enable(
      @Parameters(paramLabel = "SIGN-IN", description = "Whose account.") String signInName) {
    return print(call("enable", Map.of("signInName", signInName)));
  }

  @Command(
      name = "add-machine",
      description = "Make an account of a program, and print its secret once.")
  int addMachine(
      @Parameters(paramLabel = "CLIENT-ID", description = "What it signs in as.") String clientId,
      @Option(names = "--name", paramLabel = "NAME", required = true, description = "What it is.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLES",
              required = true,
              description = "What it may do.")
          String roles) {
    return secret(
        call("add-machine", Map.of("signInName", clientId, "name", name, "roles", roles)));
  }

  @Command(name = "secret", description = "Give a program another secret, and print it once.")
  int renewSecret(@Parameters(paramLabel = "CLIENT-ID", description = "Whose.") String clientId) {
    return secret(call("secret", Map.of("signInName", clientId)));
  }

  private int secret(List<Map<String, String>> rows) {
    PrintWriter out = out();
    rows.forEach(row -> {
      out.printf("client id      %s%n", row.get("signInName"));
      out.printf("client secret  %s%n", row.get("secret"));
      out.println("It is shown this once. POST /oauth2/token gives tokens for it.");
    });
    out.flush();
    return 0;
  }

  private List<Map<String, String>> call(String verb, Map<String, String> with) {
    Map<String, String> all = new HashMap<>(with);
    all.put("why", why);
    return ask("user/" + verb, all);
  }

  private int print(List<Map<String, String>> rows) {
    PrintWriter out = out();
    rows.forEach(row -> line(out, row));
    out.flush();
    return 0;
  }

  private static void line(PrintWriter out, Map<String, String> row) {
    out.printf(
        LINE,
        row.get("signInName"),
        row.get("name"),
        String.valueOf(row.get("state")).toLowerCase(Locale.ROOT),
        row.get("roles"),
        row.getOrDefault("lastSignInAt", "never"));
  }
}
