/// The accounts: who can sign in, what each of them may do, and making and changing them.
@NullMarked
package ai.cryox.app.people;

import org.jspecify.annotations.NullMarked;
