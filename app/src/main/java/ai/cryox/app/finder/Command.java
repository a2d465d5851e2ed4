package ai.cryox.app.finder;

/// Something that the window can do, as its key does it.
///
/// @param id lasting
/// @param title what it is called
/// @param key that does the same; may be empty
/// @param isScreen whether it leads to a screen
/// @param action on the FX thread
public record Command(String id, String title, String key, boolean isScreen, Runnable action) {}
