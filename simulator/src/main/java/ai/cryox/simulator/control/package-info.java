/// To *control*: what devices do when they are told something, by Azure IoT Hub's twin and direct
/// methods.
@NullMarked
package ai.cryox.simulator.control;

import org.jspecify.annotations.NullMarked;
