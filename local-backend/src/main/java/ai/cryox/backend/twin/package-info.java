/// A device's twin as Azure IoT Hub has it: what the device is told (desired) and what it says of
/// itself (reported), two JSON objects with versions, and the `$iothub` topics on which device and
/// backend talk of them.
///
/// Source of all names and limits: Azure IoT Hub's developer guide, "Understand and use device
/// twins" and "Communicate with IoT Hub using MQTT".
@NullMarked
package ai.cryox.backend.twin;

import org.jspecify.annotations.NullMarked;
