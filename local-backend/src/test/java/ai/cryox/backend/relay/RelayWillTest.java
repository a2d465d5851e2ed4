package ai.cryox.backend.relay;

import static ai.cryox.backend.relay.RelayFixture.HOUR;
import static ai.cryox.backend.relay.RelayFixture.opening;
import static ai.cryox.backend.relay.RelayFixture.publication;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When a will is done, and when it is not.
class RelayWillTest {
  private final RelayFixture fixture = new RelayFixture();
  private final Relay relay = fixture.relay;
  private final RecordingLink link = new RecordingLink();

  @Test
  void aWillIsDoneAfterItsDelayOrAtTheSessionsEnd() {
    Attendance brief = fixture.join(opening("a", false, Duration.ofSeconds(20), will(HOUR)), link);
    Attendance delayed =
        fixture.join(opening("b", false, HOUR, will(Duration.ofSeconds(10))), link);
    relay.leave(brief, true, null);
    relay.leave(delayed, true, null);
    fixture.pass(Duration.ofSeconds(9));
    assertEquals(0, fixture.wills.size());
    fixture.pass(Duration.ofSeconds(1));
    assertEquals(1, fixture.wills.size());
    fixture.pass(Duration.ofSeconds(10));
    assertEquals(2, fixture.wills.size());
    fixture.pass(HOUR);
    assertEquals(2, fixture.wills.size());
  }

  @Test
  void whoSaysGoodbyeOrComesBackInTimeHasNoWillDone() {
    Attendance polite = fixture.join(opening("a", true, Duration.ZERO, will(Duration.ZERO)), link);
    relay.leave(polite, false, null);
    Attendance back = fixture.join(opening("b", false, HOUR, will(Duration.ofSeconds(10))), link);
    relay.leave(back, true, null);
    fixture.staying("b", link);
    fixture.pass(HOUR);
    assertEquals(0, fixture.wills.size());
  }

  @Test
  void aWillIsDoneAtOnceWhenTheSessionEndsWithItsConnection() {
    Attendance lost = fixture.join(opening("a", true, Duration.ZERO, will(HOUR)), link);
    relay.leave(lost, true, null);
    assertEquals(1, fixture.wills.size());
  }

  private static Will will(Duration delay) {
    return new Will(publication("gone", "a", 1), delay, null);
  }
}
