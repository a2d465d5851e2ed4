/// The *outbox*: sends stored notifications, each at least once, on a thread of its own for each
/// channel.
///
/// What is to be sent was stored with the alarm that caused it. That an attempt begins is stored
/// before it is made, and its outcome after; what has a receipt is never sent again.
@NullMarked
package ai.cryox.backend.outbox;

import org.jspecify.annotations.NullMarked;
