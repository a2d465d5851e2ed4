package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LedgerRoutesTest extends WithApi {
  @BeforeEach
  void begin() throws Exception {
    api.send(api.request("/api/v1/retention/warehouse_001?days=400").PUT(BodyPublishers.noBody()));
  }

  @Test
  void theHeadSaysWhatWasSignedAndWhatWasVerified() throws Exception {
    String body = api.get("/api/v1/ledger").body();
    assertTrue(body.contains("\"origin\":\"cryox.ledger/"), body);
    assertTrue(body.contains("\"sound\":true"), body);
  }

  @Test
  void questionsThatCannotBeAnsweredAreRefusedWithASentence() throws Exception {
    assertEquals(400, api.get("/api/v1/ledger/proof").statusCode());
    assertEquals(404, api.get("/api/v1/ledger/proof?audit=99").statusCode());
    assertEquals(400, api.get("/api/v1/ledger/proof?audit=x").statusCode());
    assertEquals(
        404,
        api.get("/api/v1/ledger/proof?deviceId=temp_001&time=2026-03-01T03:00:00Z").statusCode());
    assertEquals(404, api.get("/api/v1/ledger/consistency?from=99999").statusCode());
    String body = api.get("/api/v1/ledger/consistency?from=1").body();
    assertTrue(body.contains("\"proof\":["), body);
  }
}
