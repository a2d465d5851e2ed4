package ai.cryox.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox device cert`: makes a certificate.
@Command(
    name = "cert",
    mixinStandardHelpOptions = true,
    description = "Make a certificate and its key for a device that was added with --certificate.")
public final class DeviceCertCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--days",
      defaultValue = "730",
      description = "How long it opens. Usual: ${DEFAULT-VALUE}.")
  private String days = "730";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where the files go; made if need be. Usual: the current folder.")
  private Path out = Path.of(".");

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DeviceCertCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    CertificateFiles files = CertificateFiles.in(out, device.deviceId());
    Map<String, String> row = device.call(clock, "device/cert", Map.of("days", days));
    files.write(row);
    new DeviceFacts(CommandLines.out(spec)).certified(row, files);
    return 0;
  }
}
