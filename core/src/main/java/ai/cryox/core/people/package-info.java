/// People: who may do what. A person has roles in facilities, a role has rights, and a backend
/// checks them in one place, its session, for screens and the API alike.
@NullMarked
package ai.cryox.core.people;

import org.jspecify.annotations.NullMarked;
