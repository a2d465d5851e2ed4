package ai.cryox.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Walks every state and event. A cell is the next state by its letter in ISA-18.2, what lies
/// beneath it if it is held, `!` if it is announced and `+` if it is a new occurrence.
class AlarmRulesTest {
  private static final AlarmState[] LETTERS = AlarmState.values();

  /// Columns are {@link AlarmEvent}s in their order: violated, rose, went back, acknowledge, reset,
  /// shelve, unshelve, shelf ended, suppress, unsuppress, take out, return.
  private static final String NOT_LATCHING =
      """
      A  B!+ B!+ A  A  A  GA A  A  HA A  IA A
      B  B   B!  D  C  B  GB B  B  HB B  IB B
      C  C   B!  A  C  C  GC C  C  HC C  IC C
      D  B!+ B!+ D  A  D  GD D  D  HD D  ID D
      E  B!+ B!+ E  F  E  GE E  E  HE E  IE E
      F  B!+ B!+ F  F  A  GF F  F  HF F  IF F
      GA GB+ GB+ GA GA GA GA A  A  GA GA IA GA
      GB GB  GB  GD GB GB GB C  B! GB GB IB GB
      GC GC  GB  GA GC GC GC C  B! GC GC IC GC
      GD GB+ GB+ GD GD GD GD A  A  GD GD ID GD
      GE GB+ GB+ GE GE GE GE E  E  GE GE IE GE
      GF GB+ GB+ GF GF GF GF F  F  GF GF IF GF
      HA HB+ HB+ HA HA HA HA HA HA HA A  IA HA
      HB HB  HB  HD HB HB HB HB HB HB B! IB HB
      HC HC  HB  HA HC HC HC HC HC HC B! IC HC
      HD HB+ HB+ HD HD HD HD HD HD HD A  ID HD
      HE HB+ HB+ HE HE HE HE HE HE HE E  IE HE
      HF HB+ HB+ HF HF HF HF HF HF HF F  IF HF
      IA IB+ IB+ IA IA IA IA IA IA IA IA IA A
      IB IB  IB  ID IB IB IB IB IB IB IB IB B!
      IC IC  IB  IA IC IC IC IC IC IC IC IC B!
      ID IB+ IB+ ID ID ID ID ID ID ID ID ID A
      IE IB+ IB+ IE IE IE IE IE IE IE IE IE E
      IF IB+ IB+ IF IF IF IF IF IF IF IF IF F
      """;

  @TestFactory
  List<DynamicTest> everyStateAndEventGoesWhereTheTableSays() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String row : NOT_LATCHING.lines().toList()) {
      tests.addAll(row(row, false));
    }
    for (String row : latching().lines().toList()) {
      tests.addAll(row(row, true));
    }
    return tests;
  }

  /// Only where a condition returns does latching make a difference.
  private static String latching() {
    return NOT_LATCHING
        .replace("B  B   B!  D ", "B  B   B!  E ")
        .replace("C  C   B!  A ", "C  C   B!  F ")
        .replace("GB GB  GB  GD", "GB GB  GB  GE")
        .replace("GC GC  GB  GA", "GC GC  GB  GF")
        .replace("HB HB  HB  HD", "HB HB  HB  HE")
        .replace("HC HC  HB  HA", "HC HC  HB  HF")
        .replace("IB IB  IB  ID", "IB IB  IB  IE")
        .replace("IC IC  IB  IA", "IC IC  IB  IF");
  }

  private static List<DynamicTest> row(String row, boolean latching) {
    String[] cells = row.strip().split(" +");
    assertEquals(AlarmEvent.values().length + 1, cells.length, row);
    List<DynamicTest> tests = new ArrayList<>();
    int column = 0;
    for (AlarmEvent event : AlarmEvent.values()) {
      String cell = cells[++column];
      tests.add(
          DynamicTest.dynamicTest(
              "%s %s -> %s%s".formatted(cells[0], event, cell, latching ? " latching" : ""),
              () ->
                  assertEquals(
                      new AlarmRules.Step(
                          life(cell, latching), cell.contains("!"), cell.contains("+")),
                      AlarmRules.next(life(cells[0], latching), event))));
    }
    return tests;
  }

  private static AlarmLife life(String cell, boolean latching) {
    String letters = cell.replaceAll("[!+]", "");
    return new AlarmLife(
        state(letters.charAt(0)), state(letters.charAt(letters.length() - 1)), latching);
  }

  private static AlarmState state(char letter) {
    return LETTERS[letter - 'A'];
  }
}
