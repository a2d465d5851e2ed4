package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.ChannelSettings.Webhook;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import java.time.InstantSource;
import java.util.Arrays;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Signed calls to another system, such as an ERP or a warehouse: see {@link WebhookSignature}. Any
/// 2xx that is no web page is a receipt.
final class WebhookChannel implements NotificationChannel {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final HttpPost http;
  private final InstantSource clock;

  WebhookChannel(HttpPost http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public Outcome send(Notification notification, ChannelSettings settings, Secrets secrets) {
    if (!(settings instanceof Webhook webhook)) {
      throw new AssertionError("settings of another channel: " + settings);
    }
    HttpUrl url = HttpUrl.parse(webhook.url());
    char[] key = secrets.read(SecretName.WEBHOOK_KEY);
    if (url == null || key == null) {
      return new Refused(
          url == null
              ? "The address of the webhook is none."
              : "There is no key to sign the webhook's calls with; enter one.");
    }
    byte[] body = NotificationJson.plain(notification);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    Request request =
        new Request.Builder()
            .url(url)
            .header("Idempotency-Key", notification.notificationId())
            .header("Cryox-Timestamp", timestamp)
            .header("Cryox-Signature", WebhookSignature.of(key, timestamp, body))
            .post(RequestBody.create(body, JSON))
            .build();
    Arrays.fill(key, '\0');
    return http.send(request, WebhookChannel::judge);
  }

  private static Outcome judge(HttpPost.Answer answer) {
    return answer.isSuccess() && !answer.isPage()
        ? new Delivered("answered " + answer.status())
        : answer.failure();
  }
}
