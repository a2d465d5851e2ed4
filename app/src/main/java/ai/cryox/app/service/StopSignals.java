package ai.cryox.app.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Hears the signals by which a process is asked to end: the first asks, the second ends it at
/// once. A shutdown hook could do neither: the process would end with the signal's code instead of
/// 0, and a second signal would be ignored.
public final class StopSignals {
  /// As shells have it: 128 and the number of SIGINT.
  private static final int BROKEN_OFF = 130;

  private final AtomicBoolean asked = new AtomicBoolean();
  private final Runnable stop;

  private StopSignals(Runnable stop) {
    this.stop = stop;
  }

  /// Calls `stop` at the first signal, on a thread of the virtual machine; it must return at once.
  ///
  /// @return false if this Java lets nobody hear signals; a shutdown hook is then all there is
  public static boolean hear(Runnable stop) {
    StopSignals signals = new StopSignals(stop);
    boolean heard = true;
    for (String name : List.of("INT", "TERM")) {
      heard &= signals.install(name);
    }
    return heard;
  }

  /// By reflection: the class is there in every JDK, but the compiler warns of it, and warnings are
  /// errors here.
  private boolean install(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(), new Class<?>[] {handler}, new Ear());
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
      return true;
    } catch (ReflectiveOperationException notHere) {
      return false;
    }
  }

  private void signalled() {
    if (asked.getAndSet(true)) {
      Runtime.getRuntime().halt(BROKEN_OFF);
    }
    stop.run();
  }

  /// What the virtual machine calls.
  private final class Ear implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      return switch (method.getName()) {
        case "handle" -> {
          signalled();
          yield null;
        }
        case "equals" -> arguments != null && hashCode() == arguments[0].hashCode();
        case "hashCode" -> hashCode();
        default -> "StopSignals";
      };
    }
  }
}
