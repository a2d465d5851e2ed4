package ai.cryox.core.downstream;

import org.jspecify.annotations.Nullable;

/// The way from people to devices. Port. Any thread; every method may block. They throw {@link
/// RefusedException} with a sentence when what is asked cannot be, and what a session throws when
/// the backend cannot answer.
public interface Downstream {
  /// What a device is told and what it says of itself.
  Twin twin(String deviceId);

  /// Changes what a device is told; durable when it returns, and on its way to the device.
  ///
  /// @param patch a JSON object: members are set, `null` deletes
  /// @param ifVersion only if the desired properties still have this version; `null` = always
  /// @return the twin after the change
  Twin patchDesired(String deviceId, String patch, @Nullable Long ifVersion);

  /// Has a device do something at once, and waits for its answer.
  MethodAnswer call(String deviceId, MethodCall call);

  /// Leaves a message for a device; stored when it returns, and sent as soon as the device listens.
  ///
  /// @return the message's id
  String send(String deviceId, DeviceMessage message);
}
