package ai.cryox.connectors.oidc;

/// What strangers say, fit for a sentence.
final class Words {
  private static final int LONGEST = 200;

  private Words() {}

  static String shown(String said) {
    String printable = said.replaceAll("\\p{Cntrl}", " ").strip();
    return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
  }
}
