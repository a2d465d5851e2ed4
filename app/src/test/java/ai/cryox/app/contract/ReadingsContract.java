package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every backend answers of readings and of what came of them.
interface ReadingsContract extends Ground {
  @Test
  default void readingsComeInPagesWithoutHoleOrDouble() {
    for (int i = 0; i < 25; i++) {
      site().reading("temp_001", site().begin.minusSeconds(100 - i), i / 10.0);
      site().reading("temp_002", site().begin.minusSeconds(100 - i), -i / 10.0);
    }
    ReadingQuery query = new ReadingQuery(null, null, site().begin.minusSeconds(200), site().begin);
    List<ReceivedReading> all = Ground.all(page -> session().readings(query, page), 7);
    assertEquals(50, all.size());
    assertEquals(Ground.all(page -> site().desk.readings(query, page), 7), all);
    assertEquals(
        25,
        Ground.all(
                page ->
                    session()
                        .readings(
                            ReadingQuery.ofDevice("temp_002", query.from(), site().begin), page),
                10)
            .size());
    assertEquals(
        List.of(),
        session()
            .readings(
                ReadingQuery.ofFacility("nowhere", query.from(), site().begin),
                PageRequest.first(5))
            .items());
    Page<ReceivedReading> first = session().readings(query, PageRequest.first(7));
    PageRequest foreign = new PageRequest(7, first.continuationToken());
    assertThrows(
        BadTokenException.class,
        () ->
            session()
                .readings(ReadingQuery.ofDevice("temp_001", query.from(), site().begin), foreign));
    assertThrows(
        BadTokenException.class, () -> session().readings(query, new PageRequest(7, "mine")));
  }

  @Test
  default void windowsAreThoseOfTheStore() {
    IntStream.range(0, 60)
        .forEach(i -> site().reading("temp_001", site().begin.minusSeconds(600 - 10L * i), i % 7));
    Instant from = site().begin.minusSeconds(700);
    for (Duration width : List.of(Duration.ofMinutes(1), Duration.ofMillis(2_500))) {
      var windows = session().windows("temp_001", from, site().begin, width);
      assertFalse(windows.isEmpty());
      assertEquals(site().desk.windows("temp_001", from, site().begin, width), windows);
    }
    assertEquals(List.of(), session().windows("nobody", from, site().begin, Duration.ofMinutes(1)));
  }

  @Test
  default void whatElseDevicesMeasureComesInWindowsToo() {
    for (int i = 0; i < 30; i++) {
      Instant time = site().begin.minusSeconds(300 - 10L * i);
      site().reading("temp_001", time, i % 7);
      site()
          .payload(
              "temp_001",
              "{\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"timestamp\":\"%s\",\"powerConsumption\":%d,\"coolingEfficiency\":0.5,\"doorOpen\":%b,\"batteryLevel\":80,\"signalStrength\":-65,\"defrost\":%b}"
                  .formatted(time, 100 + i, i >= 5 && i < 10, i >= 20));
    }
    Instant from = site().begin.minusSeconds(700);
    for (Quantity quantity : Quantity.values()) {
      var windows =
          session().windows("temp_001", quantity, from, site().begin, Duration.ofMinutes(1));
      assertFalse(windows.isEmpty(), quantity::name);
      assertEquals(
          site().desk.windows("temp_001", quantity, from, site().begin, Duration.ofMinutes(1)),
          windows);
    }
    var power =
        session().windows("temp_001", Quantity.POWER, from, site().begin, Duration.ofHours(24));
    assertEquals(100, power.stream().mapToDouble(Bucket::smallest).min().orElseThrow());
    assertEquals(129, power.stream().mapToDouble(Bucket::largest).max().orElseThrow());
    assertEquals(
        List.of(
            new Occurrence(
                Occurrence.Kind.DOOR_OPEN,
                site().begin.minusSeconds(250),
                site().begin.minusSeconds(200)),
            new Occurrence(Occurrence.Kind.DEFROST, site().begin.minusSeconds(100), null)),
        session().occurrences("temp_001", from, site().begin));
    assertEquals(List.of(), session().occurrences("temp_002", from, site().begin));
  }

  @Test
  default void whichLimitsHeldBeforeIsTold() {
    assertEquals(List.of(), session().limits("temp_001"));
    site().reading("temp_001", site().begin.minusSeconds(10), 4);
    site().desk.assignProfile("temp_001", "refrigerator-2-8");
    List<HeldLimits> held = session().limits("temp_001");
    assertEquals(2, held.size());
    assertEquals(Instant.EPOCH, held.getFirst().from());
    assertEquals("refrigerator-2-8", held.getLast().limits().id());
    assertEquals(site().desk.limits("temp_001"), held);
  }

  @Test
  default void whatWasRejectedAndWhatWasBeyondIsListed() {
    site().payload("temp_001", "{\"deviceId\":\"temp_001\",\"temperature\":\"warm\"}");
    assertEquals(
        site().desk.rejections(PageRequest.first(5)), session().rejections(PageRequest.first(5)));
    assertEquals(1, session().rejections(PageRequest.first(5)).items().size());
    site().reading("temp_001", site().begin.minusSeconds(30), 9.0);
    site().reading("temp_001", site().begin.minusSeconds(20), 9.5);
    site().reading("temp_001", site().begin.minusSeconds(10), 2.0);
    ExcursionQuery query =
        new ExcursionQuery(
            null, null, site().begin.minusSeconds(600), site().begin.plusSeconds(600));
    var excursions = session().excursions(query, PageRequest.first(5));
    assertEquals(1, excursions.items().size());
    assertEquals(site().desk.excursions(query, PageRequest.first(5)).items(), excursions.items());
    Instant from = site().begin.minusSeconds(3_600);
    Instant until = site().begin;
    assertEquals(
        site().desk.alarmHealth(null, from, until), session().alarmHealth(null, from, until));
    assertEquals(
        site().desk.alarmHealth(Site.NORTH, from, until),
        session().alarmHealth(Site.NORTH, from, until));
    WhatIf question =
        new WhatIf(
            Site.NORTH,
            Set.of(),
            new WhatIf.Change.Profile(StorageProfiles.FROZEN_FOOD),
            from,
            site().begin);
    var answer = session().whatIf(question, WhatIfProgress.UNWATCHED);
    assertEquals(site().desk.whatIf(question, WhatIfProgress.UNWATCHED), answer);
    assertEquals(3, answer.readings());
  }

  @Test
  default void theAuditTrailIsRead() {
    session()
        .alarmActions()
        .takeOutOfService(List.of(new AlarmKey("temp_001", Condition.LOW)), "x");
    AuditQuery query =
        new AuditQuery(
            site().begin.minusSeconds(60), site().begin.plusSeconds(600), null, null, null);
    assertEquals(
        site().desk.audit(query, PageRequest.first(20)).items(),
        session().audit(query, PageRequest.first(20)).items());
  }
}
