/// The way from the backend to devices: twins, direct methods and messages, on Azure IoT Hub's
/// topics.
///
/// Desks belong to the pipeline's thread and change what a batch makes durable; nothing goes out to
/// a device, and no answer is given, before the commit.
@NullMarked
package ai.cryox.backend.downstream;

import org.jspecify.annotations.NullMarked;
