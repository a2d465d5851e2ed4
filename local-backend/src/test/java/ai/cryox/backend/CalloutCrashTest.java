package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel.Delivered;
import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Outcome;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.page.PageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data folder is copied after each step that a notification takes, as if the process had been
/// killed there, and a new backend is started on each copy.
class CalloutCrashTest {
  @TempDir Path folder;

  private final List<Image> images = new ArrayList<>();
  private final Set<String> arrived = new HashSet<>();
  private final Set<String> failedOnce = new HashSet<>();
  private volatile Stop stop = Stop.NONE;
  private CalloutFixture site;
  private String seen = "";

  /// @param step where the process was killed
  /// @param arrived what had reached the other side by then
  private record Image(String step, Path folder, Instant now, Set<String> arrived) {}

  private record Stop(String step, CountDownLatch copied) {
    static final Stop NONE = new Stop("", new CountDownLatch(0));
  }

  @BeforeEach
  void open() {
    site = new CalloutFixture(folder.resolve("site"), Instant.parse("2026-03-01T03:00:00Z"));
    site.setUp(CalloutFixture.plan());
  }

  @Test
  void killedAnywhereEachIsDeliveredAtLeastOnceAndNoneWithAReceiptAgain() {
    site.answers.put(ChannelKind.EMAIL, this::take);
    site.answers.put(ChannelKind.SMS, this::failFirst);
    site.afterTurn = this::look;
    site.read(9.4);
    site.pass(Duration.ofSeconds(15));
    site.afterTurn = () -> {};
    site.close();
    Set<String> steps =
        images.stream().map(Image::step).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of(
            "EMAIL PENDING, SMS PENDING",
            "EMAIL SENDING, SMS PENDING",
            "EMAIL DELIVERED, SMS PENDING",
            "EMAIL DELIVERED, SMS SENDING",
            "EMAIL DELIVERED, SMS DELIVERED",
            "EMAIL before it arrives",
            "EMAIL arrived, its receipt not stored",
            "SMS before it arrives",
            "SMS arrived, its receipt not stored"),
        steps);
    images.forEach(this::goOnFrom);
  }

  private Outcome take(Notification notification) {
    pauseAt(notification.channel() + " before it arrives");
    arrived.add(notification.notificationId());
    pauseAt(notification.channel() + " arrived, its receipt not stored");
    return new Delivered("ok");
  }

  private Outcome failFirst(Notification notification) {
    return failedOnce.add(notification.notificationId())
        ? new Failed("It is down.")
        : take(notification);
  }

  /// Lets the pipeline's thread make the copy, for it alone knows that nothing is being written.
  private void pauseAt(String step) {
    Stop here = new Stop(step, new CountDownLatch(1));
    stop = here;
    try {
      here.copied().await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private void look() {
    Stop here = stop;
    if (here.copied().getCount() > 0) {
      copy(here.step());
      here.copied().countDown();
    }
    List<Notification> all = outgoing(site);
    String now =
        all.stream()
            .map(n -> n.channel() + " " + n.state())
            .sorted()
            .collect(Collectors.joining(", "));
    if (!now.equals(seen)) {
      seen = now;
      copy(now);
    }
  }

  private static List<Notification> outgoing(CalloutFixture of) {
    return of.callouts().recent(PageRequest.first(100)).items().stream()
        .filter(notification -> notification.channel() != ChannelKind.DESKTOP)
        .toList();
  }

  /// The write-ahead log first: whatever is worked off meanwhile is then in the copy twice, and
  /// never missing.
  private void copy(String step) {
    Path image = folder.resolve("image-" + images.size());
    copy(image, file -> file.endsWith("-wal"));
    copy(image, file -> !file.endsWith("-wal") && !file.endsWith("-shm"));
    images.add(new Image(step, image, site.now, Set.copyOf(arrived)));
  }

  private void copy(Path image, Predicate<String> which) {
    Path from = folder.resolve("site");
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (which.test(file.toString())) {
          Path to = image.resolve(from.relativize(file));
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void goOnFrom(Image image) {
    try (CalloutFixture again = new CalloutFixture(image.folder(), image.now().plusSeconds(5))) {
      assertEquals(1, again.active().size(), image.step());
      assertEquals(1, again.session.live().latest().escalations().size(), image.step());
      List<Notification> stored = outgoing(again);
      assertEquals(2, stored.size(), image.step());
      again.pass(Duration.ofSeconds(30));
      Set<String> sentAgain =
          again.sent.stream().map(Notification::notificationId).collect(Collectors.toSet());
      for (Notification notification : stored) {
        String id = notification.notificationId();
        assertTrue(image.arrived().contains(id) || sentAgain.contains(id), image.step());
        if (notification.state() == NotificationState.DELIVERED) {
          assertFalse(sentAgain.contains(id), image.step());
        }
      }
      assertTrue(
          outgoing(again).stream().allMatch(n -> n.state() == NotificationState.DELIVERED),
          image.step());
    }
  }
}
