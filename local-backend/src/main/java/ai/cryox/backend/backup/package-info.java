/// A backup is one zip file with a copy of the database, the other files of the data folder and a
/// manifest; it is made while the backend runs, and verified when made and when restored.
@NullMarked
package ai.cryox.backend.backup;

import org.jspecify.annotations.NullMarked;
