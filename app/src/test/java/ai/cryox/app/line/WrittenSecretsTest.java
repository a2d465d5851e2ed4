package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.cli.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What people, programs and devices prove themselves with is used, rightly and wrongly, and is
/// afterwards in no file of the data folder in a form that anybody could use, and in no refusal.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot ask a process to end there")
class WrittenSecretsTest {
  private static final String PASSWORD = "kiwi-lantern-49-harbour";
  private static final String WRONG = "plum-compass-17-meadow";
  private static final String STORE = "fern-ladder-63-copper";
  private static final String SMTP = "oak-thimble-28-silver";

  @TempDir Path folder;
  @TempDir Path data;

  /// By what they are.
  private final Map<String, String> secrets = new LinkedHashMap<>();

  /// What was answered to whoever was refused.
  private final List<String> refusals = new ArrayList<>();

  private String run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, Commands.run(InstantSource.system(), all.toArray(String[]::new)));
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String after(String words, String text) {
    Matcher found = Pattern.compile(Pattern.quote(words) + "[\"' :]*([^\\s\"',]+)").matcher(text);
    assertTrue(found.find(), () -> words + " in " + text);
    return found.group(1);
  }

  private String ask(ServerProcess server, String method, String path, String body, String... more)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d%s".formatted(server.httpPort(), path)))
            .header(
                "Content-Type",
                body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < more.length; i += 2) {
      request.header(more[i], more[i + 1]);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        refusals.add(answer.body() + answer.headers().map());
      }
      return answer.body();
    }
  }

  @Test
  void whatPeopleProgramsAndDevicesProveThemselvesWithIsWrittenNowhere() throws Exception {
    Files.writeString(data.resolve("cryox.toml"), "[log]\nlevel = \"debug\"\n");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Path storePassword = Files.writeString(folder.resolve("store-password"), STORE + "\n");
    secrets.put("password", PASSWORD);
    secrets.put("wrong password", WRONG);
    secrets.put("pass phrase of the key store", STORE);
    secrets.put("password of the mail server", SMTP);
    try (ServerProcess server =
        ServerProcess.start(
            data,
            "--https-port",
            "0",
            "--https-cert",
            keyStore().toString(),
            "--https-cert-password-file",
            storePassword.toString())) {
      String device = run("device", "add", "temp_9", "--facility", "f");
      secrets.put("primary key", after("primary key", device));
      secrets.put("secondary key", after("secondary key", device));
      String token = run("device", "token", "temp_9");
      secrets.put("signature of a device", token.replaceAll("(?s).*?&?sig=([^&\\s]+).*", "$1"));
      speak(server, "SharedAccessSignature sig=" + secrets.get("signature of a device"));
      run(
          "user",
          "add",
          "ada",
          "--name",
          "Ada",
          "--role",
          "administrator",
          "--password-file",
          password.toString());
      secrets.put(
          "secret of a program",
          after(
              "client secret",
              run("user", "add-machine", "erp", "--name", "ERP", "--role", "watcher")));
      people(server);
      programs(server);
      server.process().toHandle().destroy();
      assertTrue(server.process().waitFor(60, TimeUnit.SECONDS), "it ends");
    }
    assertTrue(refusals.size() >= 4, refusals::toString);
    refusals.forEach(refusal -> isClean("an answer: " + refusal, refusal));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        isClean(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void isClean(String where, String text) {
    secrets.forEach((what, secret) -> {
      assertTrue(secret.length() >= 12, () -> what + " is short: " + secret);
      assertFalse(text.contains(secret), () -> what + " in " + where);
    });
  }

  private void people(ServerProcess server) throws Exception {
    String sign = "{\"signInName\":\"ada\",\"password\":\"%s\"}";
    ask(server, "POST", "/api/v1/session", sign.formatted(WRONG));
    ask(server, "POST", "/api/v1/session", sign.formatted(WRONG) + "}", "Idempotency-Key", "one");
    String passes =
        ask(server, "POST", "/api/v1/session", sign.formatted(PASSWORD), "Idempotency-Key", "two");
    String access = after("accessToken", passes);
    secrets.put("access token", access);
    secrets.put("refresh token", after("refreshToken", passes));
    ask(
        server,
        "PUT",
        "/api/v1/callouts/secrets/smtp-password",
        "{\"secret\":\"%s\"}".formatted(SMTP),
        "Authorization",
        "Bearer " + access);
    ask(
        server,
        "PUT",
        "/api/v1/callouts/secrets/no-such-secret",
        "{\"secret\":\"%s\"}".formatted(SMTP),
        "Authorization",
        "Bearer " + access);
    ask(server, "GET", "/api/v1/audit?who=nobody", "", "Authorization", "Bearer " + access + "x");
    String renewed =
        ask(
            server,
            "POST",
            "/api/v1/session/refresh",
            "{\"refreshToken\":\"%s\"}".formatted(secrets.get("refresh token")),
            "Idempotency-Key",
            "three");
    secrets.put("second refresh token", after("refreshToken", renewed));
  }

  private void programs(ServerProcess server) throws Exception {
    String form = "grant_type=client_credentials&client_id=erp&client_secret=";
    ask(server, "POST", "/oauth2/token", form + WRONG);
    String secret =
        URLEncoder.encode(secrets.getOrDefault("secret of a program", ""), StandardCharsets.UTF_8);
    String passes = ask(server, "POST", "/oauth2/token", form + secret, "Idempotency-Key", "four");
    secrets.put("access token of a program", after("access_token", passes));
  }

  /// A device that proves itself where nobody asks it to.
  private static void speak(ServerProcess server, String proof) throws Exception {
    try (MqttClient client =
        new MqttClient("tcp://127.0.0.1:" + server.mqttPort(), "temp_9", new MemoryPersistence())) {
      MqttConnectOptions options = new MqttConnectOptions();
      options.setUserName("host/temp_9/?api-version=2021-04-12");
      options.setPassword(proof.toCharArray());
      client.connect(options);
      client.publish(
          "devices/temp_9/messages/events/", "{broken".getBytes(StandardCharsets.UTF_8), 1, false);
      client.disconnect();
    }
  }

  /// Certificate and key, made by the JDK's own tool.
  private Path keyStore() throws IOException, InterruptedException {
    Path file = folder.resolve("server.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storepass",
                STORE)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, tool.waitFor());
    return file;
  }
}
