package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.Standing;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.people.SignedIn;
import java.time.InstantSource;

/// Somebody's view of a server, whatever the server can: who they are, and what is live.
abstract class RemoteSession implements Session {
  final RemoteSeat seat;
  final CloudHttp http;
  final CloudLive live;
  private final Runnable onClose;

  /// @param onClose run once nobody needs the connection any more
  RemoteSession(RemoteSeat seat, CloudHttp http, CloudLive live, Runnable onClose) {
    this.seat = seat;
    this.http = http;
    this.live = live;
    this.onClose = onClose;
  }

  @Override
  public final SignedIn who() {
    return seat.who();
  }

  @Override
  public final boolean isLocked() {
    return seat.isLocked();
  }

  @Override
  public final boolean lock() {
    return seat.lock();
  }

  @Override
  public final void unlock(SignIn who) {
    seat.unlock(who);
  }

  @Override
  public final Standing standing() {
    return live.standing();
  }

  @Override
  public final InstantSource clock(InstantSource here) {
    return live.serverClock();
  }

  @Override
  public final LiveFeed live() {
    return live.feed();
  }

  @Override
  public final void close() {
    onClose.run();
  }
}
