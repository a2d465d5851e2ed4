package ai.cryox.core.excursion;

import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;

/// Where excursions are kept. Port. Any thread; sees what is committed.
public interface ExcursionStore {
  /// One page of excursions, newest start first. Of one that lasts, figures may be a minute old.
  ///
  /// @throws BadTokenException if the token was made for another query
  Page<Excursion> read(ExcursionQuery query, PageRequest page);
}
