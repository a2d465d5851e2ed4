package ai.cryox.app.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;

/// The bytes of one connection, plain or over TLS. Waits for the socket until {@link #stopWaiting}.
/// One thread.
interface Wire extends Closeable {
  /// Makes connections.
  interface Dialer {
    /// Connects, and proves who the client is where that is asked.
    ///
    /// @throws IOException if the endpoint does not take it
    Wire dial(String clientId) throws IOException;
  }

  /// Whether a packet of so many bytes can be {@link #put}.
  boolean hasRoom(int bytes);

  /// Takes a packet, to be sent by {@link #flush}.
  void put(ByteBuffer packet) throws IOException;

  /// Sends what the socket takes.
  ///
  /// @return whether anything went out
  boolean flush() throws IOException;

  /// Whether everything that was put has gone out.
  boolean isFlushed();

  /// Takes what came.
  ///
  /// @param into has room for 17 KiB, the longest TLS record
  /// @return how many bytes came; negative at the connection's end
  int read(ByteBuffer into) throws IOException;

  /// From now on nothing waits for the socket.
  void stopWaiting() throws IOException;

  /// Tells when there is something to read.
  SelectableChannel channel();
}
