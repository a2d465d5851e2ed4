/// The API's own description: one OpenAPI document, kept by hand in parts, one for each subject.
@NullMarked
package ai.cryox.backend.openapi;

import org.jspecify.annotations.NullMarked;
