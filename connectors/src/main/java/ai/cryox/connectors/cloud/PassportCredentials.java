package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Passport;

/// Somebody for whom an issuer vouches.
record PassportCredentials(Passport passport) implements Credentials {
  @Override
  public String token() {
    return passport.token();
  }

  @Override
  public boolean refresh(CloudHttp http) {
    return passport.renew();
  }
}
