/// Readings from an external MQTT broker, 3.1.1 or 5, by Eclipse Paho.
///
/// [MqttReadingSource] keeps one or several [BrokerLink]s; each makes one [BrokerConnection] after
/// the other. A message is acknowledged by [Acknowledger] after its commit, in the order of
/// arrival; while the backend's queue is full, Paho's thread waits and with it the socket. Paho
/// itself stays behind [BrokerClient].
@NullMarked
package ai.cryox.connectors.mqtt;

import org.jspecify.annotations.NullMarked;
