package ai.cryox.app.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SightTest {
  private final List<Sight> sights = Sight.of(List.of());

  @Test
  void everyScreenThatThereIsHasItsPicture() {
    Set<Class<?>> seen = sights.stream().map(s -> s.place().getClass()).collect(Collectors.toSet());
    assertEquals(Set.of(Destination.class.getPermittedSubclasses()), seen);
  }

  @Test
  void noTwoPicturesHaveOneName() {
    assertEquals(sights.size(), sights.stream().map(Sight::name).distinct().count());
    assertTrue(sights.stream().allMatch(sight -> sight.name().matches("[a-z-]+")));
  }
}
