package ai.cryox.app.service;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A supervisor's end of the socket: what it hears stays until it is read.
@SuppressWarnings("restricted")
final class NoticeReceiver implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int LONGEST = 4096;

  private final int socket;

  NoticeReceiver(Path address) {
    try (Arena arena = Arena.ofConfined()) {
      socket =
          (int)
              libc(
                      "socket",
                      ValueLayout.JAVA_INT,
                      ValueLayout.JAVA_INT,
                      ValueLayout.JAVA_INT,
                      ValueLayout.JAVA_INT)
                  .invokeWithArguments(AF_UNIX, SOCK_DGRAM, 0);
      byte[] path = address.toString().getBytes(StandardCharsets.UTF_8);
      MemorySegment name = arena.allocate(Short.BYTES + path.length + 1L, 2);
      name.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(path, 0, name, ValueLayout.JAVA_BYTE, Short.BYTES, path.length);
      Object bound =
          libc(
                  "bind",
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT)
              .invokeWithArguments(socket, name, (int) name.byteSize());
      if (!bound.equals(0)) {
        throw new AssertionError("no socket at " + address);
      }
    } catch (Throwable failed) {
      throw new AssertionError(failed);
    }
  }

  /// What came and was not read yet; empty if nothing did.
  String next() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(LONGEST);
      long length =
          (long)
              libc(
                      "recv",
                      ValueLayout.JAVA_LONG,
                      ValueLayout.JAVA_INT,
                      ValueLayout.ADDRESS,
                      ValueLayout.JAVA_LONG,
                      ValueLayout.JAVA_INT)
                  .invokeWithArguments(socket, text, (long) LONGEST, MSG_DONTWAIT);
      byte[] bytes = text.asSlice(0, Math.max(length, 0)).toArray(ValueLayout.JAVA_BYTE);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (Throwable failed) {
      throw new AssertionError(failed);
    }
  }

  private static MethodHandle libc(String name, MemoryLayout gives, MemoryLayout... takes) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(gives, takes));
  }

  @Override
  public void close() {
    try {
      libc("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT).invokeWithArguments(socket);
    } catch (Throwable failed) {
      throw new AssertionError(failed);
    }
  }
}
