package ai.cryox.backend.people;

import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A facility whose people have accounts, over a real file.
abstract class PeopleGround {
  static final Grants OPERATOR = Grants.everywhere(Role.OPERATOR);

  @TempDir Path folder;

  Facility facility;

  @BeforeEach
  void start() {
    facility = new Facility(folder);
  }

  @AfterEach
  void stop() {
    facility.close();
  }

  Reason refused(String signInName, String password) {
    return assertThrows(SignInRefusedException.class, () -> facility.signIn(signInName, password))
        .reason();
  }

  Account account(Session administrator, String signInName) {
    return administrator.people().accounts().stream()
        .filter(account -> account.signInName().equals(signInName))
        .findFirst()
        .orElseThrow();
  }

  Optional<Alarm> locks() {
    return facility.desk().live().latest().alarms().stream()
        .filter(alarm -> alarm.condition() == Condition.SIGN_IN)
        .findFirst();
  }
}
