package ai.cryox.app.service;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// A datagram socket of the local machine, which Java has none of: libc's, called directly. Linux
/// only, as is whoever listens.
final class NoticeSocket {
  private static final Logger LOG = System.getLogger(NoticeSocket.class.getName());
  private static final int AF_UNIX = 1;

  /// `SOCK_DGRAM | SOCK_CLOEXEC`.
  private static final int DATAGRAM = 2 | 0x80000;

  /// `sizeof(sockaddr_un.sun_path)`.
  private static final int LONGEST_PATH = 108;

  private final String address;

  /// @param address a path, or `@` and a name without a file
  NoticeSocket(String address) {
    this.address = address;
  }

  /// Sends one datagram. What goes wrong is logged: to be silent is all that is left then.
  void send(String text) {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle socket =
          libc(
              "socket",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT));
      MethodHandle sendto =
          libc(
              "sendto",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      MethodHandle close =
          libc("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
      int handle = (int) socket.invokeExact(AF_UNIX, DATAGRAM, 0);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      MemorySegment name = name(arena);
      long sent =
          (long)
              sendto.invokeExact(
                  handle, content, (long) bytes.length, 0, name, (int) name.byteSize());
      int closed = (int) close.invokeExact(handle);
      if (sent != bytes.length || closed != 0) {
        LOG.log(Level.WARNING, "The supervisor at {0} takes no notice.", address);
      }
    } catch (Throwable unavailable) {
      LOG.log(Level.WARNING, "The supervisor cannot be told anything.", unavailable);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle libc(String name, FunctionDescriptor takes) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), takes);
  }

  /// A `sockaddr_un`; an `@` stands for the zero with which names without a file begin.
  private MemorySegment name(Arena arena) {
    byte[] path = address.getBytes(StandardCharsets.UTF_8);
    if (path.length >= LONGEST_PATH) {
      throw new IllegalArgumentException("the address has more than 107 bytes");
    }
    boolean abstractName = path[0] == '@';
    MemorySegment name = arena.allocate(Short.BYTES + path.length + (abstractName ? 0L : 1L), 2);
    name.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(path, 0, name, ValueLayout.JAVA_BYTE, Short.BYTES, path.length);
    if (abstractName) {
      name.set(ValueLayout.JAVA_BYTE, Short.BYTES, (byte) 0);
    }
    return name;
  }
}
