/// The relay: what MQTT clients and the backend say to each other, apart from readings.
///
/// Sessions, subscriptions, retained messages and wills live here and know nothing of sockets; the
/// endpoint brings packets in and takes packets out.
@NullMarked
package ai.cryox.backend.relay;

import org.jspecify.annotations.NullMarked;
