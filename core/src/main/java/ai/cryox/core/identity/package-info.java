/// Who a device is and how it proves it: credentials, shared access signatures and what a proven
/// device may speak about.
@NullMarked
package ai.cryox.core.identity;

import org.jspecify.annotations.NullMarked;
