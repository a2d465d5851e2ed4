/// Pictures of every screen, made of the real program: a cold store that lived through a day on a
/// clock of its own, the real backend in front of its data, the real window.
@NullMarked
package ai.cryox.app.pictures;

import org.jspecify.annotations.NullMarked;
