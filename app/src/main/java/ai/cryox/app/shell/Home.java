package ai.cryox.app.shell;

import ai.cryox.core.backend.Session;

/// What is monitored on this machine while the window looks elsewhere.
///
/// @param session at it
/// @param name what people call it
public record Home(Session session, String name) {}
