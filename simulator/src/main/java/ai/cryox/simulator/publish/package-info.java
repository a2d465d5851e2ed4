/// To *publish*: real MQTT connections that store and forward like a logger does.
@NullMarked
package ai.cryox.simulator.publish;

import org.jspecify.annotations.NullMarked;
