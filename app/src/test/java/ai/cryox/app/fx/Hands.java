package ai.cryox.app.fx;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// What somebody sees and does at a window. To look and to act is one task of the FX thread, and is
/// tried until it can be done, as people do who wait for a button: what is drawn anew in between is
/// looked up again. On the FX thread itself nothing is waited for.
public final class Hands {
  /// Longer than anything takes on the slowest machine.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final Supplier<Scene> scene;
  private final Runnable meanwhile;

  /// @param scene asked at each look, as windows change
  public Hands(Supplier<Scene> scene) {
    this(scene, () -> {});
  }

  /// @param meanwhile run between two looks; moves a clock, for example
  public Hands(Supplier<Scene> scene, Runnable meanwhile) {
    this.scene = scene;
    this.meanwhile = meanwhile;
  }

  /// Starts the toolkit, unless another test of this run has.
  public static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyStarted) {
      assertNotNull(alreadyStarted);
    }
  }

  /// Has it done by the FX thread, as soon as all that it looks for is there.
  public static <T> T onFx(Callable<T> work) throws Exception {
    if (Platform.isFxApplicationThread()) {
      return work.call();
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return onceOnFx(work);
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof NotThere) || System.nanoTime() > deadline) {
          throw failed;
        }
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
    }
  }

  private static <T> T onceOnFx(Callable<T> work) throws Exception {
    if (Platform.isFxApplicationThread()) {
      return work.call();
    }
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /// Waits until something is so, as the FX thread sees it.
  public void await(String what, Callable<Boolean> condition) {
    awaitHere(what, () -> onceOnFx(condition));
  }

  /// Waits until something is so, as this thread sees it.
  public void awaitHere(String what, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!isSo(condition)) {
        if (System.nanoTime() > deadline) {
          fail("waited in vain until " + what);
        }
        meanwhile.run();
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
    } catch (Exception failed) {
      throw new AssertionError(what, failed);
    }
  }

  /// What is said of something that is not there yet is not so yet.
  private static boolean isSo(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (NotThere notYet) {
      return false;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof NotThere) {
        return false;
      }
      throw failed;
    }
  }

  /// Nothing in the window answers to it.
  private static final class NotThere extends AssertionError {
    private static final long serialVersionUID = 1;

    NotThere(String selector) {
      super(selector + " is not there");
    }
  }

  /// Whether it is there now.
  public boolean isThere(String selector) {
    return now(() -> seen(selector) != null);
  }

  /// What is there; waits for it.
  public Node find(String selector) {
    return look(selector, node -> node);
  }

  /// A table that is there; waits for it.
  public TableView<?> table(String selector) {
    return (TableView<?>) find(selector);
  }

  /// What a label, a button or a field says; waits for it.
  public String text(String selector) {
    return look(
        selector,
        node ->
            node instanceof TextInputControl input ? input.getText() : ((Labeled) node).getText());
  }

  /// What answers to it, but for what belongs to a screen that nobody sees.
  private @Nullable Node seen(String selector) {
    return scene.get().getRoot().lookupAll(selector).stream()
        .filter(node -> !isUnseen(node))
        .findFirst()
        .orElse(null);
  }

  private static boolean isUnseen(Node node) {
    Node at = node;
    while (at != null && (at.isVisible() || !at.getStyleClass().contains("screen"))) {
      at = at.getParent();
    }
    return at != null;
  }

  /// Something of what is there, in one look; waits for it.
  public <T> T look(String selector, Function<Node, T> of) {
    AtomicReference<T> seen = new AtomicReference<>();
    Callable<Boolean> looking =
        () -> {
          Node node = seen(selector);
          if (node == null) {
            throw new NotThere(selector);
          }
          seen.set(of.apply(node));
          return true;
        };
    once(selector + " is there", looking);
    return Objects.requireNonNull(seen.get(), selector);
  }

  /// Presses a button as soon as that can be done.
  public void click(String selector) {
    act(selector + " can be pressed", selector, ButtonBase.class, ButtonBase::fire);
  }

  /// Types into a field as soon as that can be done, in place of what stands there.
  public void type(String selector, String text) {
    act(
        selector + " can be typed into",
        selector,
        TextInputControl.class,
        field -> field.setText(text));
  }

  /// Does something to what is there, as soon as that can be done.
  public <T extends Node> void act(String what, String selector, Class<T> type, Consumer<T> deed) {
    once(
        what,
        () -> {
          Node node = seen(selector);
          boolean can = type.isInstance(node) && !node.isDisabled();
          if (can) {
            deed.accept(type.cast(node));
          }
          return can;
        });
  }

  /// Until it succeeds, but on the FX thread, which nothing waits for, now.
  private void once(String what, Callable<Boolean> attempt) {
    if (!Platform.isFxApplicationThread()) {
      await(what, attempt);
    } else if (!now(attempt)) {
      fail("not so: " + what);
    }
  }

  private static <T> T now(Callable<T> look) {
    try {
      return onceOnFx(look);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
