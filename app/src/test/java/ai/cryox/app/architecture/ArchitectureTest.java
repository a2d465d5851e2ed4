package ai.cryox.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import javafx.application.Platform;

/// The rules of the house that the compiler does not keep.
@AnalyzeClasses(packages = "ai.cryox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule CORE_IS_PURE =
      classes()
          .that()
          .resideInAPackage("ai.cryox.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "ai.cryox.core..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "java.net",
              "java.nio.charset",
              "java.security..",
              "javax.crypto..",
              "org.jspecify..")
          .because("the same words and rules must run on a desktop, a server and a cluster");

  @ArchTest
  static final ArchRule CORE_STARTS_NO_THREADS =
      noClasses()
          .that()
          .resideInAPackage("ai.cryox.core..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..")
          .because("core is pure: whoever owns the state owns the thread");

  @ArchTest
  static final ArchRule BACKEND_KNOWS_NO_NEIGHBOUR =
      noClasses()
          .that()
          .resideInAPackage("ai.cryox.backend..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.cryox.connectors..", "ai.cryox.app..", "ai.cryox.simulator..")
          .because("backend and connectors meet in core's ports and are joined by the wiring");

  @ArchTest
  static final ArchRule SIMULATOR_IS_A_STRANGER =
      noClasses()
          .that()
          .resideInAPackage("ai.cryox.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.cryox.connectors..", "ai.cryox.app..", "ai.cryox.backend..")
          .because("a simulator that shares our wire code would share its mistakes");

  @ArchTest
  static final ArchRule SCREENS_SEE_ONLY_CORE =
      noClasses()
          .that()
          .resideInAPackage("ai.cryox.app..")
          .and()
          .resideOutsideOfPackages(
              "ai.cryox.app",
              "ai.cryox.app.cli",
              "ai.cryox.app.settings",
              "ai.cryox.app.wiring",
              "ai.cryox.app.bench",
              "ai.cryox.app.pictures")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.cryox.backend..", "ai.cryox.connectors..", "ai.cryox.simulator..")
          .because("screens must not be able to tell one backend from another");

  @ArchTest
  static final ArchRule ONE_WAY_ONTO_THE_FX_THREAD =
      noClasses()
          .that()
          .resideOutsideOfPackage("ai.cryox.app.fx")
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("one coalesced beat instead of one task a reading keeps the console smooth");

  @ArchTest
  static final ArchRule TIME_IS_HANDED_IN =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("ai.cryox.app.Main")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("the same seed and clock must give the same alarms");

  @ArchTest
  static final ArchRule SQL_STAYS_IN_THE_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("ai.cryox.backend.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..")
          .because("another store must be able to take this one's place");

  @ArchTest
  static final ArchRule NO_EMPTY_WORDS_IN_NAMES =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl)$")
          .because("a name says what a thing is");

  @ArchTest
  static final ArchRule NO_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage("ai.cryox..")
          .should()
          .beFinal()
          .because("two backends in one process must not meet");

  @ArchTest
  static final ArchRule CORE_HAS_NO_CYCLES =
      slices()
          .matching("ai.cryox.core.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader must be able to begin somewhere");

  @ArchTest
  static final ArchRule BACKEND_HAS_NO_CYCLES =
      slices()
          .matching("ai.cryox.backend.(*)..")
          .should()
          .beFreeOfCycles()
          .because("stations know only the stations before them");
}
