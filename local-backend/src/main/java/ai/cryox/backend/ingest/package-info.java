/// Station two, *ingest*: the bounded queue between the wires and the pipeline, and the decision
/// what is let in.
@NullMarked
package ai.cryox.backend.ingest;

import org.jspecify.annotations.NullMarked;
