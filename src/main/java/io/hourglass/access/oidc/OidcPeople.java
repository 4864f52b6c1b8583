package io.hourglass.access.oidc;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import java.io.Serial;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes callers of people who signed in at the identity provider. */
@Component
public class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final ClaimedCallers claimed;

    OidcPeople(ClaimedCallers claimed) {
        this.claimed = claimed;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = provider.loadUser(request);
        return new Person(user, claimed.caller(user.getClaims()));
    }

    private static final class Person extends DefaultOidcUser implements Callers.Known {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Caller caller;

        Person(OidcUser user, Caller caller) {
            super(
                    caller.authorities().map(SimpleGrantedAuthority::new).toList(),
                    user.getIdToken(),
                    user.getUserInfo());
            this.caller = caller;
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public String getName() {
            return caller.name();
        }
    }
}
