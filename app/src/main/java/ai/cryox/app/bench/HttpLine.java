package ai.cryox.app.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection to an HTTP server of this machine that asks the same again and again, with so
/// little work of its own that it measures the server. One thread.
final class HttpLine implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream answers;
  private final byte[] request;

  /// @param path of what is asked for
  HttpLine(int port, String path) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    answers = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    request =
        "GET %s HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
            .formatted(path, port)
            .getBytes(StandardCharsets.US_ASCII);
  }

  /// Asks once.
  ///
  /// @return bytes of the answer's body
  /// @throws IOException if the answer is not 200, or breaks off
  long ask() throws IOException {
    begin();
    long length = -1;
    boolean inChunks = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      inChunks |= line.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked");
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Long.parseLong(line.substring(15).strip());
      }
    }
    if (inChunks) {
      return chunks();
    }
    if (length < 0) {
      throw new IOException("The answer has no length.");
    }
    answers.skipNBytes(length);
    return length;
  }

  /// What is longer than the server's buffer comes in pieces, each with its length before it.
  private long chunks() throws IOException {
    long all = 0;
    while (true) {
      long length = Long.parseLong(line().strip(), 16);
      answers.skipNBytes(length);
      line();
      if (length == 0) {
        return all;
      }
      all += length;
    }
  }

  /// Asks, and reads no more than that the answer is 200.
  void begin() throws IOException {
    socket.getOutputStream().write(request);
    String status = line();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("The server answers " + status);
    }
  }

  /// The next line of the answer.
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new EOFException("The answer broke off.");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
