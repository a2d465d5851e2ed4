package ai.cryox.backend.endpoint;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import javax.net.ssl.SSLException;

/// Stands behind TLS and takes note of handshakes that fail: an unknown certificate, or somebody
/// who speaks no TLS at all. Event loop only.
final class TlsWatch extends ChannelInboundHandlerAdapter {
  private final Gate gate;

  TlsWatch(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (event instanceof SslHandshakeCompletionEvent handshake
        && handshake.cause() instanceof SSLException failed) {
      gate.strange("The TLS handshake failed (%s).".formatted(failed.getMessage()));
    }
    super.userEventTriggered(ctx, event);
  }

  /// Expected of strangers, and said in the audit trail: nothing for the log.
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
    if (cause instanceof SSLException
        || (cause instanceof DecoderException && cause.getCause() instanceof SSLException)) {
      ctx.close();
    } else {
      super.exceptionCaught(ctx, cause);
    }
  }
}
