package ai.cryox.core.backend;

/// What this program is called.
public final class Product {
  /// Name and version, as reports print them.
  public static final String NAME = "Cryox Console 0.1.0";

  private Product() {}
}
