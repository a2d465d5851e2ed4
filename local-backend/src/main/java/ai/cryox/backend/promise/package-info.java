/// What callers of the API were promised and must find again after a restart: answers to requests
/// that may be sent again, and when devices were told which configuration.
@NullMarked
package ai.cryox.backend.promise;

import org.jspecify.annotations.NullMarked;
