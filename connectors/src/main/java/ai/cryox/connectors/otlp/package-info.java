/// *OTLP*: how the backend is, told to a collector of OpenTelemetry.
@NullMarked
package ai.cryox.connectors.otlp;

import org.jspecify.annotations.NullMarked;
