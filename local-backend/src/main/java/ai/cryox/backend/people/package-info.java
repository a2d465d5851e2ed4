/// *People*: accounts, passwords, sign-ins and tokens. What somebody may do is decided by their
/// roles (`core.people`) and checked in `rights`.
@NullMarked
package ai.cryox.backend.people;

import org.jspecify.annotations.NullMarked;
