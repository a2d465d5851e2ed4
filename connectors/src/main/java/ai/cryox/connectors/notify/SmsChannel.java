package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.ChannelSettings.Sms;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.SecretName;
import ai.cryox.core.escalation.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/// Short messages by an HTTP gateway, in the form of Twilio's Messages resource: a POST of `To`,
/// `From` and `Body` with basic authentication, answered with JSON that names a `sid`.
final class SmsChannel implements NotificationChannel {
  private static final Pattern SID = Pattern.compile("\"sid\"\\s*:\\s*\"([A-Za-z0-9_-]{1,64})\"");

  private final HttpPost http;

  SmsChannel(HttpPost http) {
    this.http = http;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SMS;
  }

  @Override
  public Outcome send(Notification notification, ChannelSettings settings, Secrets secrets) {
    if (!(settings instanceof Sms sms)) {
      throw new AssertionError("settings of another channel: " + settings);
    }
    HttpUrl url = HttpUrl.parse(sms.url());
    if (url == null) {
      return new Refused("The address of the SMS gateway is none.");
    }
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("Idempotency-Key", notification.notificationId())
            .post(
                new FormBody.Builder(StandardCharsets.UTF_8)
                    .add("To", notification.address())
                    .add("From", sms.from())
                    .add("Body", notification.text())
                    .build());
    if (!sms.user().isEmpty()) {
      char[] password = secrets.read(SecretName.SMS_PASSWORD);
      if (password == null) {
        return new Refused("There is no password for the SMS gateway; enter it.");
      }
      request.header("Authorization", Credentials.basic(sms.user(), new String(password)));
      Arrays.fill(password, '\0');
    }
    return http.send(request.build(), SmsChannel::judge);
  }

  private static Outcome judge(HttpPost.Answer answer) {
    if (!answer.isSuccess() || answer.isPage()) {
      return answer.failure();
    }
    Matcher sid = SID.matcher(answer.body());
    return new Delivered(sid.find() ? sid.group(1) : Integer.toString(answer.status()));
  }
}
