package io.hourglass.portal.settings;

import static io.hourglass.CountedStatements.statementsIn;
import static io.hourglass.portal.settings.SettingsBrowser.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.engine.SettableClock;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The settings of keys")
class KeysPagesTest {

    private static final Pattern SECRET = Pattern.compile("hg_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");

    @Autowired
    private SettingsBrowser browser;

    @Autowired
    private KeyRing keys;

    @Autowired
    private ActionLog log;

    @Autowired
    private SettableClock clock;

    @Autowired
    private CountedStatements counted;

    @ParameterizedTest(name = "say in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        var one = keys.make("后台", Set.of(Scope.values()), As.operations());
        keys.revoke(keys.make("old", Set.of(Scope.READ), As.operations()).key().id());
        for (var path :
                new String[] {"/settings/keys", "/settings/keys/" + one.key().id()}) {
            assertThat(browser.page(path + "?lang=" + language, As.operations()))
                    .as(path)
                    .contains("lang=\"" + language + "\"", "后台")
                    .doesNotContain("??", one.secret(), one.key().secretHash(), "id=\"secret\"");
        }
    }

    @Test
    @DisplayName("make a key with one form, and show its secret once, in no address")
    void made() throws Exception {
        var done = browser.send(
                "/settings/keys", As.operations(), "name", "backend", "scopes", "SUBMIT", "scopes", "READ");
        assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/settings/keys");
        var secret = String.valueOf(done.getFlashMap().get("secret"));
        assertThat(secret).matches(SECRET);
        assertThat(keys.callerWith(secret).orElseThrow().scopes()).containsExactlyInAnyOrder(Scope.SUBMIT, Scope.READ);
        assertThat(browser.page("/settings/keys", As.operations()))
                .contains("backend")
                .doesNotContain(secret);
        assertThat(browser.sent("/settings/keys", As.operations(), "name", "other", "scopes", "TELL"))
                .containsPattern(SECRET);
        assertThat(log.latest(0, 9)).extracting(ActionLog.Done::action).containsOnly(Action.MAKE_A_KEY);
    }

    @Test
    @DisplayName("show the form again, with what was typed, where the name or the scopes break a rule")
    void notMade() throws Exception {
        for (var scopes : new String[] {"", "ALL"}) {
            var result = browser.send("/settings/keys", As.operations(), "name", "backend", "scopes", scopes);
            assertThat(result.getResponse().getStatus()).isEqualTo(400);
            assertThat(content(result))
                    .contains("value=\"backend\"")
                    .containsPattern("id=\"scopes-rule\" class=\"bad\"");
        }
        var unnamed = content(browser.send("/settings/keys", As.operations(), "name", " ", "scopes", "TELL"));
        assertThat(unnamed)
                .containsPattern("id=\"name\"[^>]*aria-invalid=\"true\"")
                .containsPattern("value=\"TELL\" checked");
        assertThat(keys.all()).isEmpty();
    }

    @Test
    @DisplayName("revoke a key on a page that says what comes of it, once")
    void revoked() throws Exception {
        var made = keys.make("backend", Set.of(Scope.READ), As.operations());
        var address = "/settings/keys/" + made.key().id();
        assertThat(browser.page(address, As.operations())).contains(address + "/revocation");
        assertThat(browser.page(address, As.auditor())).doesNotContain("/revocation");
        assertThat(browser.page("/settings/keys", As.auditor())).doesNotContain("<form class=\"card\"");
        assertThat(browser.sent(address + "/revocation?lang=en", As.operations()))
                .contains("revoked");
        assertThat(keys.callerWith(made.secret())).isEmpty();
        assertThat(browser.page(address, As.operations())).doesNotContain("/revocation");
        assertThat(browser.send("/settings/keys/none/revocation", As.operations())
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("know when a key was last used, which is written down once in five minutes however often it calls")
    void lastUsed() throws Exception {
        var made = keys.make("backend", Set.of(Scope.READ), As.operations());
        var first = clock.instant();
        assertThat(keys.lastUsed()).isEmpty();
        assertThat(statementsOf(made.secret())).isEqualTo(2);
        assertThat(statementsOf(made.secret())).isEqualTo(1);
        clock.set(first.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(statementsOf(made.secret())).isEqualTo(1);
        assertThat(keys.lastUsed()).containsEntry(made.key().id(), first);
        clock.set(first.plus(Duration.ofMinutes(5)));
        assertThat(statementsOf(made.secret())).isEqualTo(2);
        assertThat(keys.lastUsed()).containsEntry(made.key().id(), clock.instant());
        assertThat(browser.page("/settings/keys", As.auditor())).contains("datetime=\"" + clock.instant() + "\"");
        keys.callerWith(made.secret() + "x");
        keys.revoke(made.key().id());
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        assertThat(statementsOf(made.secret())).isEqualTo(1);
    }

    private int statementsOf(String secret) {
        return statementsIn(counted.during(() -> keys.callerWith(secret)));
    }
}
