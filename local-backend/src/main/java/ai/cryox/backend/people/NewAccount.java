package ai.cryox.backend.people;

import ai.cryox.core.people.Grants;
import ai.cryox.core.people.StoredAccount.Kind;
import ai.cryox.core.people.StoredAccount.Voucher;
import org.jspecify.annotations.Nullable;

/// An account that somebody wants.
///
/// @param voucher who vouches for them, or `null` if they have a password here
/// @param why for the audit trail; may be empty
record NewAccount(
    String signInName,
    String name,
    Grants grants,
    Kind kind,
    @Nullable Voucher voucher,
    String why) {}
