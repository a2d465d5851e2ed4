package ai.cryox.connectors.cloud;

import org.jspecify.annotations.Nullable;

/// Who we say we are. Any thread.
interface Credentials {
  /// Nobody in particular: this machine's own desk.
  Credentials NONE =
      new Credentials() {
        @Override
        public @Nullable String token() {
          return null;
        }

        @Override
        public boolean refresh(CloudHttp http) {
          return false;
        }
      };

  /// What goes along with each request, or `null`.
  @Nullable String token();

  /// Gets another token after one was refused.
  ///
  /// @return whether there is another now
  boolean refresh(CloudHttp http);
}
