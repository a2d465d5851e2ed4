/// Floor plans: a picture of a facility and where its devices stand on it. A plan says nothing of
/// what is monitored; it helps people to walk the right way.
@NullMarked
package ai.cryox.core.plan;

import org.jspecify.annotations.NullMarked;
