/// The line itself: {@link ai.cryox.backend.pipeline.ReadingPipeline} is the file to read first.
///
/// One thread owns all changing state, so nothing here needs a lock.
@NullMarked
package ai.cryox.backend.pipeline;

import org.jspecify.annotations.NullMarked;
