package ai.cryox.core.excursion;

import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.NavigableMap;

/// Where excursions are kept. Port. Any thread; sees what is committed.
public interface ExcursionStore {
  /// One page of excursions, newest start first. Of one that lasts, figures may be a minute old.
  ///
  /// @throws BadTokenException if the token was made for another query
  Page<Excursion> read(ExcursionQuery query, PageRequest page);

  /// Which limits a device's readings are judged by from which time on, epoch milliseconds; empty
  /// if they never changed.
  NavigableMap<Long, StorageProfile> limits(String deviceId);
}
