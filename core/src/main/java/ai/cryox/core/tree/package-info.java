/// Values of our own types as *trees* of maps, lists, texts, numbers and truth values, which is
/// what JSON is made of: both ends of a wire read and write by the same rules, and neither needs to
/// know the other's parser.
@NullMarked
package ai.cryox.core.tree;

import org.jspecify.annotations.NullMarked;
