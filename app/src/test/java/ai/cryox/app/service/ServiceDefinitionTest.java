package ai.cryox.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.cryox.app.service.ServiceDefinition.Places;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ServiceDefinitionTest {
  private static final Places AWKWARD =
      new Places("/opt/a & b/\"cry$ox\"", "/etc/100%/c.toml", "/srv/<cold> store", "cryox");

  @TempDir Path folder;

  private static Document xml(String text) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setEntityResolver((name, address) -> new InputSource(new StringReader("")));
    return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource
  void theInstallersFilesAreWhatThisVersionPrints(ServiceDefinition service) throws IOException {
    String name =
        switch (service) {
          case SYSTEMD -> "cryox.service";
          case LAUNCHD -> "ai.cryox.server.plist";
          case WINDOWS -> "cryox-service.xml";
        };
    Path file = Path.of("..", "installers", "jpackage", "service", name);
    assertEquals(service.text(Places.of(service)), Files.readString(file));
  }

  @Test
  void awkwardPlacesComeOutOfAPropertyListAsTheyWentIn() throws Exception {
    var words = xml(ServiceDefinition.LAUNCHD.text(AWKWARD)).getElementsByTagName("array").item(0);
    assertEquals(
        "/opt/a & b/\"cry$ox\" serve --settings /etc/100%/c.toml --data /srv/<cold> store",
        words.getTextContent().strip().replaceAll("\\s*\n\\s*", " "));
  }

  @Test
  void awkwardPlacesComeOutOfWindowsDefinitionAsTheyWentIn() throws Exception {
    Document document = xml(ServiceDefinition.WINDOWS.text(AWKWARD));
    assertEquals(
        "/opt/a & b/\"cry$ox\"",
        document.getElementsByTagName("executable").item(0).getTextContent());
    assertEquals(
        "serve --settings \"/etc/100%/c.toml\" --data \"/srv/<cold> store\"",
        document.getElementsByTagName("arguments").item(0).getTextContent());
  }

  @Test
  void systemdItselfFindsNothingWrongInItsUnit() throws Exception {
    Path verifier = Path.of("/usr/bin/systemd-analyze");
    assumeTrue(Files.isExecutable(verifier), "systemd is not installed here");
    Path unit = folder.resolve("cryox.service");
    Places here = new Places("/bin/true", "/etc/cryox/100% so.toml", "/var/lib/cryox", "root");
    Files.writeString(unit, ServiceDefinition.SYSTEMD.text(here));
    Process verify =
        new ProcessBuilder(verifier.toString(), "verify", unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    verify.waitFor();
    assertTrue(said.lines().noneMatch(line -> line.contains("cryox")), said);
  }
}
