package ai.cryox.simulator.scenario;

import ai.cryox.core.routing.MessageKind;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A device whose memory is failing: every other reading comes out as some kind of garbage.
public final class Garbage implements Scenario {
  @Override
  public String name() {
    return "garbage";
  }

  @Override
  public String summary() {
    return "Every other reading of a device is garbage: broken JSON, missing members, absurd"
        + " values.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.devices().getLast());
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      private int count;

      @Override
      public List<OutgoingMessage> passed(OutgoingMessage message) {
        if (message.kind() != MessageKind.READING || message.sentAt().getEpochSecond() < from) {
          return List.of(message);
        }
        int turn = count++;
        return List.of(
            turn % 2 == 0 ? message.saying(spoiled(turn / 2, message.payload())) : message);
      }
    };
  }

  private static byte[] spoiled(int turn, byte[] sound) {
    String text = new String(sound, StandardCharsets.UTF_8);
    return switch (turn % 10) {
      case 0 -> Arrays.copyOf(sound, sound.length / 2);
      case 1 -> bytes(text.replaceFirst("\"temperature\":[^,]*,", ""));
      case 2 -> bytes(temperature(text, "\"cold\""));
      case 3 -> bytes(temperature(text, "NaN"));
      case 4 -> bytes(temperature(text, "9999.9"));
      case 5 -> bytes(text.replaceFirst("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"yesterday\""));
      case 6 -> new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3};
      case 7 -> new byte[0];
      case 8 -> bytes("[" + text + ",{}]");
      default ->
          bytes(text.replaceFirst("\"deviceId\":\"[^\"]*\"", "\"deviceId\":\"somebody_else\""));
    };
  }

  private static String temperature(String text, String value) {
    return text.replaceFirst("\"temperature\":[^,]*", "\"temperature\":" + value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
