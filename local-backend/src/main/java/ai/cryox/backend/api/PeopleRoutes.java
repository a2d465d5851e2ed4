package ai.cryox.backend.api;

import static ai.cryox.backend.api.SessionRoutes.sensible;

import ai.cryox.core.people.Account;
import ai.cryox.core.people.People;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The accounts: `/api/v1/people`.
final class PeopleRoutes {
  static final String ADDRESS = ApiServer.ROOT + "/people";

  private static final String ONE = ADDRESS + "/{userId}";

  private final Callers callers;

  PeopleRoutes(Callers callers) {
    this.callers = callers;
  }

  void register(RoutesConfig routes) {
    routes.get(ADDRESS, this::list);
    routes.post(ADDRESS, this::add);
    routes.put(ONE, this::change);
    routes.post(ONE + "/reset", this::reset);
    routes.post(ONE + "/unlock", ctx -> move(ctx, People::unlock));
    routes.post(ONE + "/disable", ctx -> move(ctx, People::disable));
    routes.post(ONE + "/enable", ctx -> move(ctx, People::enable));
  }

  private People people(Context ctx) {
    return callers.of(ctx).people();
  }

  private void list(Context ctx) {
    List<Account> accounts = people(ctx).accounts();
    Json.answer(
        ctx,
        json -> {
          json.writeArrayPropertyStart("items");
          for (Account account : accounts) {
            json.writeStartObject();
            PeopleJson.account(json, account);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void add(Context ctx) {
    PeopleBody body =
        PeopleBody.read(ctx, Set.of("signInName", "name", "roles", "password", "why"));
    Account account =
        sensible(() ->
            people(ctx)
                .add(
                    body.text("signInName"),
                    body.text("name"),
                    body.requireRoles(),
                    body.secret("password"),
                    body.why()));
    Json.answer(ctx, 201, json -> PeopleJson.account(json, account));
  }

  private void change(Context ctx) {
    PeopleBody body = PeopleBody.read(ctx, Set.of("name", "roles", "why"));
    Account seen = seen(ctx);
    answer(
        ctx,
        sensible(() ->
            seen == null
                ? people(ctx)
                    .change(userId(ctx), body.text("name"), body.requireRoles(), body.why())
                : people(ctx).change(seen, body.text("name"), body.requireRoles(), body.why())));
  }

  /// The account as the caller says with `If-Match` that they saw it.
  ///
  /// @return `null` if they do not say
  private @Nullable Account seen(Context ctx) {
    String match = ctx.header("If-Match");
    if (match == null || match.strip().equals("*")) {
      return null;
    }
    Account now =
        people(ctx).accounts().stream()
            .filter(one -> one.userId().equals(userId(ctx)))
            .findFirst()
            .orElseThrow(() ->
                ProblemException.badRequest("There is no account '%s'.".formatted(userId(ctx))));
    if (!match.strip().equals(tag(now))) {
      throw ProblemException.preconditionFailed(
          "Somebody changed the account of %s meanwhile. Look again and decide anew."
              .formatted(now.name()));
    }
    return now;
  }

  private static String tag(Account account) {
    return '"' + account.version() + '"';
  }

  private void reset(Context ctx) {
    PeopleBody body = PeopleBody.read(ctx, Set.of("password", "why"));
    answer(
        ctx,
        sensible(
            () -> people(ctx).resetPassword(userId(ctx), body.secret("password"), body.why())));
  }

  private interface Move {
    Account make(People people, String userId, String why);
  }

  private void move(Context ctx, Move move) {
    PeopleBody body = PeopleBody.read(ctx, Set.of("why"));
    answer(ctx, sensible(() -> move.make(people(ctx), userId(ctx), body.why())));
  }

  private static String userId(Context ctx) {
    return ctx.pathParam("userId");
  }

  private static void answer(Context ctx, Account account) {
    ctx.header("ETag", tag(account));
    Json.answer(ctx, json -> PeopleJson.account(json, account));
  }
}
