package ai.cryox.app.shell;

import ai.cryox.core.backend.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A slow way to a real session: the console asks, the backend answers, and the answer is on its
/// way until it is let go. Slow is only what the console asks in the background.
///
/// With `-Dcryox.slow.seed=7` every answer takes up to 3 s, another time for each seed: so all
/// journeys can be made over a slow line.
final class SlowLine {
  private static final @Nullable Long SEED = Long.getLong("cryox.slow.seed");
  private static final int LONGEST_MS = 3000;

  private final Map<String, Deque<CountDownLatch>> held = new HashMap<>();
  private final List<CountDownLatch> all = new ArrayList<>();
  private final @Nullable Random random = SEED == null ? null : new Random(SEED);

  /// The session at the far end.
  Session to(Session there) {
    return (Session) over(Session.class, there);
  }

  /// Holds the next answer of a method; called twice, also the one after it.
  ///
  /// @return lets the answer go
  synchronized Runnable hold(String method) {
    CountDownLatch way = new CountDownLatch(1);
    held.computeIfAbsent(method, _ -> new ArrayDeque<>()).add(way);
    all.add(way);
    return way::countDown;
  }

  /// Whether an answer is held, or will be.
  synchronized boolean isHeld() {
    return all.stream().anyMatch(way -> way.getCount() > 0);
  }

  /// Lets everything go that is held.
  synchronized void close() {
    held.clear();
    all.forEach(CountDownLatch::countDown);
  }

  private Object over(Class<?> port, Object there) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (_, method, given) -> {
          boolean leads = isPort(method.getReturnType());
          CountDownLatch way = leads || !isBackground() ? null : way(method);
          try {
            Object answer = method.invoke(there, given);
            return leads && answer != null ? over(method.getReturnType(), answer) : beyond(answer);
          } catch (InvocationTargetException refused) {
            throw refused.getCause();
          } finally {
            travel(way);
          }
        });
  }

  /// A port that may be missing leads on as well.
  private @Nullable Object beyond(@Nullable Object answer) {
    return answer instanceof Optional<?> some ? some.map(this::overPort) : answer;
  }

  private Object overPort(Object there) {
    for (Class<?> each : there.getClass().getInterfaces()) {
      if (isPort(each)) {
        return over(each, there);
      }
    }
    return there;
  }

  private static boolean isPort(Class<?> type) {
    return type.isInterface() && !type.isSealed() && type.getName().startsWith("ai.cryox.core.");
  }

  private static boolean isBackground() {
    return Thread.currentThread().getName().equals("console-background");
  }

  private synchronized @Nullable CountDownLatch way(Method method) {
    Deque<CountDownLatch> waiting = held.get(method.getName());
    return waiting == null ? null : waiting.poll();
  }

  private void travel(@Nullable CountDownLatch way) throws InterruptedException {
    if (way != null) {
      way.await();
    } else if (random != null && isBackground()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MS)));
    }
  }
}
