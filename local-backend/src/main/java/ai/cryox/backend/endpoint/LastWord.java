package ai.cryox.backend.endpoint;

import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/// Says one thing more to a client that is sent away, and closes once it could be read. Event loop
/// only.
final class LastWord {
  /// So long a client may take to read why it was sent away, milliseconds: a socket closed with
  /// unread bytes in it would be reset, and the reason lost.
  private static final long READING_MILLIS = 1_000;

  private LastWord() {}

  static void send(SocketChannel channel, Object word) {
    channel.writeAndFlush(word).addListener(sent -> endOutput(channel));
    var close =
        channel.eventLoop().schedule(() -> channel.close(), READING_MILLIS, TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(closed -> close.cancel(false));
  }

  private static void endOutput(SocketChannel channel) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      channel.shutdownOutput();
    } else {
      tls.closeOutbound();
    }
  }
}
