package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import java.util.Arrays;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Adaptive Cards for a Teams workflow ("Post to a channel when a webhook request is received").
///
/// A workflow answers 202 with nothing. A 200 proves nothing: proxies and sign-ins answer it too,
/// and the older connectors put their errors into its text.
final class TeamsChannel implements NotificationChannel {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final int ACCEPTED = 202;

  private final HttpPost http;

  TeamsChannel(HttpPost http) {
    this.http = http;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.TEAMS;
  }

  @Override
  public Outcome send(Notification notification, ChannelSettings settings, Secrets secrets) {
    char[] address = secrets.read(SecretName.TEAMS_URL);
    if (address == null) {
      return new Refused("There is no address of a Teams workflow; enter it.");
    }
    HttpUrl url = HttpUrl.parse(new String(address).strip());
    Arrays.fill(address, '\0');
    if (url == null) {
      return new Refused("The address of the Teams workflow is none; enter it again.");
    }
    Request request =
        new Request.Builder()
            .url(url)
            .header("Idempotency-Key", notification.notificationId())
            .post(RequestBody.create(NotificationJson.card(notification), JSON))
            .build();
    return http.send(request, TeamsChannel::judge);
  }

  private static Outcome judge(HttpPost.Answer answer) {
    if (answer.status() == ACCEPTED && !answer.isPage()) {
      return new Delivered("accepted");
    }
    String body = answer.body().strip();
    boolean taken = body.isEmpty() || body.equals("1") || answer.type().contains("json");
    if (answer.isSuccess() && !answer.isPage() && taken) {
      return new Delivered("answered " + answer.status());
    }
    return answer.isSuccess() && !answer.isPage()
        ? new Failed("%s answers with an error in its text.".formatted(answer.host()))
        : answer.failure();
  }
}
