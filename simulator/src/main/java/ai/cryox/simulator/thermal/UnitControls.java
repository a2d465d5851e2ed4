package ai.cryox.simulator.thermal;

/// What is done to a unit during one second: first as planned, then as trouble will have it. For
/// one thread.
public final class UnitControls {
  private boolean doorOpen;
  private double doorWidth = 1;
  private boolean defrosting;
  private boolean compressorBlocked;
  private double coolingShare = 1;

  void plan(boolean door, boolean defrost) {
    doorOpen = door;
    doorWidth = 1;
    defrosting = defrost;
    compressorBlocked = false;
    coolingShare = 1;
  }

  /// Whether the door stands open.
  public boolean doorOpen() {
    return doorOpen;
  }

  /// Opens the door.
  ///
  /// @param width 1 = as far as people usually open it
  public void openDoor(double width) {
    doorOpen = true;
    doorWidth = width;
  }

  /// Keeps the door shut.
  public void shutDoor() {
    doorOpen = false;
  }

  /// Defrosts, or does not.
  public void defrost(boolean on) {
    defrosting = on;
  }

  /// Keeps the compressor from running.
  public void blockCompressor() {
    compressorBlocked = true;
  }

  /// Lets the running compressor cool less than it should.
  ///
  /// @param share of what it should do, 0 to 1
  public void weakenCooling(double share) {
    coolingShare = share;
  }

  double doorWidth() {
    return doorWidth;
  }

  boolean defrosting() {
    return defrosting;
  }

  boolean compressorBlocked() {
    return compressorBlocked;
  }

  double coolingShare() {
    return coolingShare;
  }
}
