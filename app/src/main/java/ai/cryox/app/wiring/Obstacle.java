package ai.cryox.app.wiring;

import ai.cryox.app.log.LogException;
import ai.cryox.app.settings.SettingsException;
import ai.cryox.backend.api.ApiException;
import ai.cryox.backend.endpoint.EndpointException;
import ai.cryox.backend.identity.IdentityException;
import ai.cryox.backend.report.ReportException;
import ai.cryox.backend.store.StoreException;
import ai.cryox.connectors.mqtt.LinkSettingsException;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.people.ForbiddenException;

/// What can be in the way of a start and can be put right by a person.
public final class Obstacle {
  private Obstacle() {}

  /// Whether the exception's message is a sentence for people, so that no stack trace is needed.
  public static boolean isOne(Throwable problem) {
    return problem instanceof StoreException
        || problem instanceof EndpointException
        || problem instanceof IdentityException
        || problem instanceof ApiException
        || problem instanceof LinkSettingsException
        || problem instanceof SettingsException
        || problem instanceof LogException
        || problem instanceof BackendException
        || problem instanceof ReportException
        || problem instanceof ForbiddenException
        || problem instanceof SignInRefusedException;
  }
}
