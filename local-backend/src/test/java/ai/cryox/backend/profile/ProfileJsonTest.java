package ai.cryox.backend.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.classify.CumulativeLimit;
import ai.cryox.core.classify.RateLimit;
import ai.cryox.core.classify.Side;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileJsonTest {
  static List<StorageProfile> profiles() {
    List<StorageProfile> profiles = new ArrayList<>(StorageProfiles.all());
    profiles.add(
        new StorageProfile(
            "all",
            "Everything \"quoted\"\n°",
            StorageProfiles.REFRIGERATOR.limits(),
            List.of(
                new CumulativeLimit(Side.HIGH, 8, Duration.ofHours(10)),
                new CumulativeLimit(Side.LOW, -0.5, Duration.ofMinutes(90))),
            new RateLimit(0.25, Duration.ofMinutes(10))));
    return profiles;
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void whatIsWrittenIsReadAgain(StorageProfile profile) {
    assertEquals(profile, ProfileJson.parse(ProfileJson.text(profile)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"profileId\":1}",
        "{\"profileId\":\"a\"}",
        "{\"profileId\":\"a\",\"name\":\"A\",\"limits\":[]}",
        "{\"profileId\":\"a\",\"name\":\"A\",\"limits\":{\"high\":{\"value\":\"8\"}}}",
        "{\"profileId\":\"a\",\"name\":\"A\",\"limits\":{\"high\":{}}}",
        "{\"profileId\":\"a\",\"name\":\"A\",\"cumulative\":[1]}",
        "{\"profileId\":\"a\",\"name\":\"A\",\"cumulative\":[{\"side\":\"up\"}]}",
        "{\"profileId\":\"a\",\"name\":\"A\",\"rate\":{\"perMinute\":-1,\"over\":\"PT5M\"}}",
        "{\"profileId\":\"a\",\"name\":\"A\",\"rate\":7}"
      })
  void whatIsNoProfileIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> ProfileJson.parse(text));
  }

  @Test
  void aLimitThatIsNullIsNone() {
    StorageProfile profile =
        ProfileJson.parse("{\"profileId\":\"a\",\"name\":\"A\",\"limits\":{\"high\":null}}");
    assertEquals(0, profile.limits().size());
  }
}
