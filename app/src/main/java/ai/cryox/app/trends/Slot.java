package ai.cryox.app.trends;

/// A pen as it is now, or as it was some days earlier.
record Slot(Pen pen, boolean compared) {}
