/// How another process of the same person reaches the backend that runs on a data folder: a file
/// that only its owner can read says where it is and the word that opens it.
@NullMarked
package ai.cryox.backend.control;

import org.jspecify.annotations.NullMarked;
