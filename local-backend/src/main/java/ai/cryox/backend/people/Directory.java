package ai.cryox.backend.people;

import ai.cryox.core.people.StoredAccount;
import ai.cryox.core.people.StoredAccount.Voucher;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All accounts at one moment, in memory: no request asks the disk who somebody is. Immutable.
final class Directory {
  private final Map<String, StoredAccount> byId;
  private final Map<String, StoredAccount> byName;

  Directory(Collection<StoredAccount> accounts) {
    byId =
        accounts.stream().collect(Collectors.toUnmodifiableMap(StoredAccount::userId, one -> one));
    byName =
        accounts.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> StoredAccount.key(one.signInName()), Function.identity()));
  }

  /// By sign-in name.
  List<StoredAccount> all() {
    return byId.values().stream()
        .sorted(Comparator.comparing(one -> StoredAccount.key(one.signInName())))
        .toList();
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  @Nullable StoredAccount find(String userId) {
    return byId.get(userId);
  }

  @Nullable StoredAccount named(String signInName) {
    return byName.get(StoredAccount.key(signInName));
  }

  @Nullable StoredAccount vouchedFor(Voucher voucher) {
    return byId.values().stream()
        .filter(one -> voucher.equals(one.voucher()))
        .findFirst()
        .orElse(null);
  }
}
