/// Sends notifications: mail by SMTP, short messages by an HTTP gateway, cards to Teams, signed
/// calls to other systems. Each attempt has its own time limits, and no sentence has a secret in
/// it.
@NullMarked
package ai.cryox.connectors.notify;

import org.jspecify.annotations.NullMarked;
