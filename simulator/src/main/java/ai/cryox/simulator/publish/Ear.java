package ai.cryox.simulator.publish;

import java.util.List;

/// Listens for the devices behind the connections. Called by the thread that pumps.
public interface Ear {
  /// Hears nothing.
  Ear DEAF =
      new Ear() {
        @Override
        public List<String> filters(String clientId) {
          return List.of();
        }

        @Override
        public Reaction begin(String clientId) {
          return Reaction.NONE;
        }

        @Override
        public Reaction hear(Incoming incoming) {
          return Reaction.NONE;
        }
      };

  /// What a connection subscribes to; none = it listens to nothing.
  List<String> filters(String clientId);

  /// A connection stands and its subscriptions are granted.
  Reaction begin(String clientId);

  /// Something has come.
  Reaction hear(Incoming incoming);
}
