package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.proof.StampAnchor;
import ai.cryox.backend.proof.StampCheck;
import ai.cryox.backend.report.HttpStampClient;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger's checkpoints are stamped by an authority that is asked over HTTP.
class LedgerStampTest implements InstantSource {
  private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

  @TempDir Path folder;
  private Instant now = START;
  private StampAuthority authority;
  private LocalBackend backend;

  @BeforeEach
  void open() throws Exception {
    authority = new StampAuthority(START.plusSeconds(60));
    URI address = authority.address();
    backend =
        new LocalBackend(
            BackendSettings.at(folder)
                .withAnchor(new StampAnchor(address.toString(), new HttpStampClient(address))),
            this);
  }

  @AfterEach
  void close() {
    backend.close();
    authority.close();
  }

  @Override
  public Instant instant() {
    return now;
  }

  private void turn() throws InterruptedException {
    backend.agent().turn(Duration.ZERO);
  }

  private void read() throws InterruptedException {
    now = now.plusSeconds(61);
    Origin origin = new Origin("temp_001", "devices/x/messages/events/", null, null, Map.of());
    Reading reading = Reading.of("temp_001", "north", now, 4.5);
    backend
        .sink()
        .offer(
            new Delivery(
                origin, now, new byte[0], new Decoded(List.of(reading), List.of()), Receipt.NONE));
    turn();
  }

  private void stamp() throws InterruptedException {
    Objects.requireNonNull(backend.agents().anchors()).turn();
    turn();
  }

  private record Found(List<String> findings, List<String> notes) {}

  private Found check() {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    try (StoreFile file = StoreFile.in(folder)) {
      new StampCheck(one -> found.findings.add(one.sentence()), found.notes::add).run(file);
    }
    return found;
  }

  @Test
  void aCheckpointIsStampedAndTheStampVerified() throws Exception {
    read();
    stamp();
    Found found = check();
    assertEquals(List.of(), found.findings);
    assertTrue(
        found.notes.getFirst().contains("1 checkpoints were confirmed"), found.notes::toString);
    assertTrue(found.notes.getFirst().contains("2026-03-01T03:01:00Z"), found.notes::toString);
  }

  @Test
  void anAuthorityThatDoesNotAnswerIsAskedAgainAndSaidOnce() throws Exception {
    authority.answers(false);
    read();
    stamp();
    read();
    stamp();
    now = now.plus(Duration.ofMinutes(6));
    stamp();
    assertEquals(List.of("Cryox ledger.stamp"), AuditLines.of(folder, "it answered 503"));
    assertEquals(List.of(), check().notes);
    authority.answers(true);
    now = now.plus(Duration.ofMinutes(6));
    read();
    stamp();
    assertEquals(1, check().notes.size());
  }

  @Test
  void aStampThatWasMovedToAnotherCheckpointIsNamed() throws Exception {
    read();
    stamp();
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "UPDATE ledger_stamp SET note = replace(note, 'time 2026', 'time 2025')");
    }
    assertTrue(
        check().findings.getFirst().contains("the stamp of the checkpoint"),
        check().findings::toString);
  }
}
