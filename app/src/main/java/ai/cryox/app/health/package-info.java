/// The page on how well the alarm system itself serves the people it calls: figures by EEMUA 191
/// and ISA-18.2, each with its goal and verdict, and what to look at first.
@NullMarked
package ai.cryox.app.health;

import org.jspecify.annotations.NullMarked;
