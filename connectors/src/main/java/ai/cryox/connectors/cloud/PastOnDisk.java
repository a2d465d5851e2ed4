package ai.cryox.connectors.cloud;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.GzipSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one person read of one server's past, kept on disk by OkHttp's cache: bounded, what was not
/// used for longest goes first. The server is asked each time whether it is still so; only if it
/// does not answer will what was kept do, and that says when it was true.
///
/// Only what the server lets us keep is kept, and no token gets to the disk. Answers lie there
/// compressed, so that their checksum tells which are damaged; those are thrown away. Any thread.
final class PastOnDisk implements AutoCloseable {
  /// Bytes on disk at most.
  static final long MOST_BYTES = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(PastOnDisk.class);

  /// When the server last said that it is so, epoch milliseconds by our clock.
  private static final String SEEN = "Cryox-Seen";

  private final Path folder;
  private final FileChannel lock;
  private final Cache cache;
  private final OkHttpClient client;

  private PastOnDisk(Path folder, FileChannel lock, OkHttpClient base, InstantSource clock) {
    this.folder = folder;
    this.lock = lock;
    this.cache = new Cache(folder.resolve("answers").toFile(), MOST_BYTES);
    this.client =
        base.newBuilder().cache(cache).addNetworkInterceptor(chain -> kept(chain, clock)).build();
  }

  /// Opens a folder that is there already.
  ///
  /// @param base what is asked by
  /// @return `null` if it cannot be used, or somebody else does; the log says why
  static @Nullable PastOnDisk open(Path folder, OkHttpClient base, InstantSource clock) {
    FileChannel lock = null;
    try {
      lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() != null) {
        PastOnDisk disk = new PastOnDisk(folder, lock, base, clock);
        disk.cache.initialize();
        return disk;
      }
      lock.close();
    } catch (IOException | OverlappingFileLockException taken) {
      LOG.debug("{} cannot be opened.", folder, taken);
      closeQuietly(lock);
    }
    LOG.warn("History is not kept in {}: the folder is in use or cannot be written.", folder);
    return null;
  }

  private static void closeQuietly(@Nullable FileChannel lock) {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException unusable) {
      LOG.debug("A lock cannot be closed.", unusable);
    }
  }

  /// Goes over the network, and keeps what comes.
  OkHttpClient client() {
    return client;
  }

  /// The request, which says that what was kept will do only if the server agrees.
  static Request asking(HttpUrl url) {
    CacheControl ask = new CacheControl.Builder().maxAge(0, TimeUnit.SECONDS).build();
    return new Request.Builder().url(url).cacheControl(ask).build();
  }

  /// Whether an answer's body lies on this disk.
  static boolean isKept(Response answer) {
    return answer.cacheResponse() != null;
  }

  /// Makes an answer fit for the disk: with the time, with a checksum, without secrets.
  private static Response kept(Interceptor.Chain chain, InstantSource clock) throws IOException {
    Response answer = chain.proceed(chain.request());
    Response.Builder fit =
        answer
            .newBuilder()
            .removeHeader("Set-Cookie")
            .removeHeader("Vary")
            .header(SEEN, Long.toString(clock.millis()));
    if (answer.code() != 200) {
      // An answer without content must not take the place of one with it.
      return (answer.code() == 304 ? fit : fit.header("Cache-Control", "no-store")).build();
    }
    if (answer.header("Content-Encoding") != null) {
      return fit.build();
    }
    Buffer compressed = new Buffer();
    try (GzipSink gzip = new GzipSink(compressed)) {
      answer.body().source().readAll(gzip);
    }
    ResponseBody body =
        ResponseBody.create(compressed, answer.body().contentType(), compressed.size());
    return fit.removeHeader("Content-Length").header("Content-Encoding", "gzip").body(body).build();
  }

  /// What was kept of an address, or of the longest part of the period that it asks for; `null` if
  /// nothing was.
  @Nullable Answer recall(HttpUrl url) {
    Answer exactly = read(url);
    if (exactly != null) {
      return exactly;
    }
    HttpUrl nearest = nearest(PastQuestion.of(url));
    return nearest == null ? null : read(nearest);
  }

  private @Nullable HttpUrl nearest(PastQuestion wanted) {
    HttpUrl nearest = null;
    Duration most = Duration.ZERO;
    try {
      for (Iterator<String> all = cache.urls(); all.hasNext(); ) {
        HttpUrl one = HttpUrl.parse(all.next());
        Duration covered = one == null ? most : wanted.coveredBy(PastQuestion.of(one));
        if (covered.compareTo(most) > 0) {
          nearest = one;
          most = covered;
        }
      }
    } catch (IOException | IllegalStateException unreadable) {
      LOG.warn("What was kept in {} cannot be read: {}", folder, unreadable.getMessage());
    }
    return nearest;
  }

  private @Nullable Answer read(HttpUrl url) {
    Request only = new Request.Builder().url(url).cacheControl(CacheControl.FORCE_CACHE).build();
    try (Response kept = client.newCall(only).execute()) {
      if (!kept.isSuccessful()) {
        return null;
      }
      Headers headers = kept.headers();
      Instant seen =
          Instant.ofEpochMilli(Long.parseLong(Objects.requireNonNullElse(headers.get(SEEN), "0")));
      return new Answer(url.host(), kept.code(), headers, kept.body().bytes(), seen);
    } catch (IOException | IllegalArgumentException damaged) {
      forget(url, damaged);
      return null;
    }
  }

  /// Throws away what was kept of an address, since it is damaged.
  void forget(HttpUrl url, Exception damaged) {
    LOG.warn(
        "An answer that was kept in {} is damaged and was thrown away ({}): {}",
        folder,
        damaged.getMessage(),
        url.encodedPath());
    forget(url);
  }

  /// Throws away what was kept of an address.
  void forget(HttpUrl url) {
    try {
      for (Iterator<String> all = cache.urls(); all.hasNext(); ) {
        if (all.next().equals(url.toString())) {
          all.remove();
        }
      }
    } catch (IOException | IllegalStateException unwritable) {
      LOG.warn("What was kept in {} cannot be changed: {}", folder, unwritable.getMessage());
    }
  }

  @Override
  public void close() {
    try (lock) {
      cache.close();
    } catch (IOException failed) {
      LOG.warn("What was kept in {} may be incomplete: {}", folder, failed.getMessage());
    }
  }
}
