/// *Service*: how the process gets on with whoever supervises it: signals, readiness, the units,
/// lists and definitions by which an operating system starts it.
@NullMarked
package ai.cryox.app.service;

import org.jspecify.annotations.NullMarked;
