package ai.cryox.backend.api;

import java.util.Set;
import javax.net.ssl.SSLContext;

/// How the API speaks TLS: 1.2 and 1.3 with forward secrecy, nothing older.
///
/// @param context has the server's certificate and key
/// @param names host names and addresses by which it may be called, without ports and in any case;
///   empty = by any. Naming them keeps out pages that point their own name at this server.
public record ApiTls(SSLContext context, Set<String> names) {
  public ApiTls {
    names = Set.copyOf(names);
  }
}
