package io.hourglass.portal.settings;

import static io.hourglass.portal.settings.SettingsBrowser.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.PasswordLinks;
import io.hourglass.access.callers.Role;
import io.hourglass.access.proofs.LoginThrottle;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.market.profiles.SupplierProfile;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The settings of accounts")
class AccountsPagesTest {

    private static final String PASSWORD = "gorse-lantern-47";
    private static final Pattern LINK = Pattern.compile("http://[^/<]+(/password/reset/[A-Za-z0-9_-]{43})<");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SettingsBrowser browser;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private ActionLog log;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void accounts() {
        accounts.put(new Account("li.wei", Role.SUPPLIER, "s-1", encoder.encode(PASSWORD), "olga"));
        accounts.put(new Account("li.wei.2", Role.SUPPLIER, "s-1", "hash", "olga"));
        accounts.put(new Account("adam", Role.AUDITOR, null, "hash", "ada"));
    }

    private static String link(String page) {
        var match = LINK.matcher(page);
        assertThat(match.find()).as(page).isTrue();
        return match.group(1);
    }

    private boolean opens(String name, String password) {
        return accounts.find(name)
                .filter(account -> encoder.matches(password, account.passwordHash()))
                .isPresent();
    }

    private int set(String link, String next, String again) throws Exception {
        return mvc.perform(post(link).with(anonymous()).param("next", next).param("again", again))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Action last() {
        return log.latest(0, 1).get(0).action();
    }

    @ParameterizedTest(name = "say in {0} all there is, and no key of a message is left")
    @ValueSource(strings = {"en", "zh"})
    void words(String language) throws Exception {
        browser.sent("/settings/accounts/li.wei.2/closure", As.operations());
        for (var path : new String[] {
            "/settings", "/settings/accounts", "/settings/accounts/li.wei", "/settings/accounts/li.wei.2", "/account"
        }) {
            assertThat(browser.page(path + "?lang=" + language, As.operations()))
                    .as(path)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??", "style=", "<script>");
        }
    }

    @Test
    @DisplayName(
            "make an account with one form; its link is shown once, gives it a password once, and is kept as a hash")
    void made() throws Exception {
        var page = browser.sent(
                "/settings/accounts",
                As.operations(),
                "name",
                "mei",
                "role",
                "BUYER",
                "party",
                "b-2",
                "unknown",
                "b-2");
        var link = link(page);
        assertThat(page).contains("mei");
        assertThat(browser.page("/settings/accounts", As.operations())).doesNotContain("/password/reset/");
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(jdbc.sql("select token_hash from hourglass.password_link")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(token);
        assertThat(content(mvc.perform(get(link).with(anonymous()))
                        .andExpect(status().isOk())
                        .andReturn()))
                .contains("mei");
        mvc.perform(post(link).with(anonymous()).param("next", PASSWORD).param("again", PASSWORD))
                .andExpect(redirectedUrl("/login?changed"));
        assertThat(opens("mei", PASSWORD)).isTrue();
        assertThat(set(link, "another-lantern-48", "another-lantern-48")).isEqualTo(404);
        assertThat(opens("mei", PASSWORD)).isTrue();
        assertThat(accounts.find("mei").orElseThrow().person()).isEqualTo("olga");
        assertThat(log.latest(0, 9))
                .extracting(ActionLog.Done::action)
                .contains(Action.PUT_AN_ACCOUNT, Action.HAND_OUT_A_LINK, Action.RESET_A_PASSWORD);
        assertThat(log.latest(0, 9)).noneMatch(done -> (done.about() + done.details()).contains("mei"));
    }

    @ParameterizedTest(name = "show the form again with {0} {1} {2}, as {3} breaks a rule")
    @CsvSource({
        "li.wei, OPERATIONS, '', name",
        "'', OPERATIONS, '', name",
        "..., BUYER, b-none, party",
        "..., OPERATIONS, b-1, party",
        "..., SUPPLIER, b-1, party",
        "..., BUYER, '', party",
        "..., INTEGRATION, '', role",
        "..., boss, '', role"
    })
    void notMade(String name, String role, String party, String broken) throws Exception {
        var result = browser.send("/settings/accounts", As.operations(), "name", name, "role", role, "party", party);
        assertThat(result.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(result))
                .contains("value=\"" + name + "\"", "value=\"" + party + "\"")
                .containsPattern("id=\"" + broken + "\"[^>]*aria-invalid=\"true\"");
        assertThat(accounts.find("...")).isEmpty();
        assertThat(log.latest(0, 9)).isEmpty();
    }

    @Test
    @DisplayName("take the supplier of an account by part of its name, by its id, or from those who are called so")
    void suppliers() throws Exception {
        for (var id : List.of("s-7", "s-8")) {
            marketplace.supplier(id, "Hardware/Pumps");
        }
        marketplace.describe("s-7", new SupplierProfile("Ningbo Flow", null, null, false, List.of(), null));
        marketplace.describe("s-8", new SupplierProfile("Ningbo Valves", null, null, false, List.of(), null));
        var form = new String[] {"name", "mei", "role", "SUPPLIER", "supplier", "ningbo"};
        var several = browser.send("/settings/accounts", As.operations(), form);
        assertThat(several.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(several)).contains("Ningbo Flow", "Ningbo Valves", "name=\"chosen\"", "value=\"mei\"");
        assertThat(accounts.find("mei")).isEmpty();
        browser.sent(
                "/settings/accounts",
                As.operations(),
                "name",
                "mei",
                "role",
                "SUPPLIER",
                "supplier",
                "ning",
                "chosen",
                "s-8");
        assertThat(accounts.find("mei").orElseThrow().party()).isEqualTo("s-8");
        browser.sent("/settings/accounts", As.operations(), "name", "lan", "role", "SUPPLIER", "supplier", "flow");
        assertThat(accounts.find("lan").orElseThrow().party()).isEqualTo("s-7");
        assertThat(browser.page("/settings/accounts/lan", As.operations()))
                .contains("Ningbo Flow", "id=\"supplier\"", "value=\"s-7\"");
        assertThat(browser.page("/settings/accounts", As.operations())).contains(">Ningbo Flow</a>");
    }

    @Test
    @DisplayName("take a supplier that is not known yet once that is confirmed, and keep the one that an account has")
    void unknownSupplier() throws Exception {
        var form = new String[] {"name", "mei", "role", "SUPPLIER", "supplier", "s-new"};
        var asked = browser.send("/settings/accounts", As.operations(), form);
        assertThat(asked.getResponse().getStatus()).isEqualTo(400);
        assertThat(content(asked))
                .containsPattern("id=\"supplier\"[^>]*aria-invalid=\"true\"")
                .contains("name=\"unknown\" value=\"s-new\"");
        browser.sent(
                "/settings/accounts",
                As.operations(),
                "name",
                "mei",
                "role",
                "SUPPLIER",
                "supplier",
                "s-new",
                "unknown",
                "s-new");
        assertThat(accounts.find("mei").orElseThrow().party()).isEqualTo("s-new");
        browser.sent("/settings/accounts/mei/role", As.operations(), "role", "SUPPLIER", "supplier", "s-new");
        for (var other : new String[] {"s-newer", "", "s new/er"}) {
            assertThat(browser.send(
                                    "/settings/accounts/mei/role",
                                    As.operations(),
                                    "role",
                                    "SUPPLIER",
                                    "supplier",
                                    other,
                                    "unknown",
                                    "s-other")
                            .getResponse()
                            .getStatus())
                    .as(other)
                    .isEqualTo(400);
        }
        assertThat(accounts.find("mei").orElseThrow().party()).isEqualTo("s-new");
    }

    @Test
    @DisplayName("let auditors make and change accounts of auditors alone, and operations all others alone")
    void makers() throws Exception {
        assertThat(browser.page("/settings/accounts", As.auditor()))
                .contains("value=\"AUDITOR\"")
                .doesNotContain("value=\"OPERATIONS\"", "value=\"SUPPLIER\"");
        assertThat(browser.page("/settings/accounts", As.operations())).doesNotContain("value=\"AUDITOR\"");
        assertThat(browser.sent("/settings/accounts", As.auditor(), "name", "eve", "role", "AUDITOR"))
                .contains("/password/reset/");
        for (var act : new String[] {"role", "link", "sessions-end", "closure", "reopening", "merger"}) {
            var fields = new String[] {"role", "BUYER", "party", "b-2", "into", "li.wei.2"};
            assertThat(browser.send("/settings/accounts/li.wei/" + act, As.auditor(), fields)
                            .getResponse()
                            .getStatus())
                    .as(act)
                    .isEqualTo(403);
            assertThat(browser.send("/settings/accounts/adam/" + act, As.operations(), fields)
                            .getResponse()
                            .getStatus())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(browser.page("/settings/accounts/adam", As.operations())).doesNotContain("<form class=\"card\"");
        assertThat(browser.send("/settings/accounts/li.wei/role", As.operations(), "role", "AUDITOR")
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(accounts.find("li.wei").orElseThrow().role()).isEqualTo(Role.SUPPLIER);
    }

    @Test
    @DisplayName("give an account another role, whose sessions end by that, or say which field was wrong")
    void role() throws Exception {
        var before = accounts.find("li.wei").orElseThrow();
        assertThat(content(
                        browser.send("/settings/accounts/li.wei/role", As.operations(), "role", "BUYER", "party", "")))
                .containsPattern("id=\"party\"[^>]*aria-invalid=\"true\"");
        assertThat(accounts.find("li.wei")).hasValue(before);
        browser.sent(
                "/settings/accounts/li.wei/role", As.operations(), "role", "BUYER", "party", "b-1", "unknown", "b-1");
        var after = accounts.find("li.wei").orElseThrow();
        assertThat(after.party()).isEqualTo("b-1");
        assertThat(after).isNotEqualTo(before);
        assertThat(opens("li.wei", PASSWORD)).isTrue();
        assertThat(last()).isEqualTo(Action.CHANGE_A_ROLE);
    }

    @Test
    @DisplayName("end an account's sessions, and nothing else")
    void sessions() throws Exception {
        var before = accounts.find("li.wei").orElseThrow();
        browser.sent("/settings/accounts/li.wei/sessions-end", As.operations());
        assertThat(accounts.find("li.wei").orElseThrow()).isNotEqualTo(before);
        assertThat(opens("li.wei", PASSWORD)).isTrue();
        assertThat(last()).isEqualTo(Action.END_SESSIONS);
    }

    @Test
    @DisplayName("close an account: it opens nothing, is on the list, keeps its name from others, and can be reopened")
    void closed() throws Exception {
        browser.sent("/settings/accounts/li.wei/closure", As.operations());
        assertThat(accounts.find("li.wei")).isEmpty();
        assertThat(browser.page("/settings/accounts?lang=en", As.operations())).contains("li.wei", "closed");
        assertThat(browser.send("/settings/accounts", As.operations(), "name", "li.wei", "role", "OPERATIONS")
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put("/api/accounts/li.wei")
                        .with(As.as(As.operations()))
                        .contentType("application/json")
                        .content("{\"role\": \"OPERATIONS\", \"password\": \"" + PASSWORD + "\"}"))
                .andExpect(status().isBadRequest());
        for (var act : new String[] {"role", "link", "sessions-end", "closure", "merger"}) {
            var again = browser.send(
                    "/settings/accounts/li.wei/" + act + "?lang=en",
                    As.operations(),
                    "into",
                    "li.wei.2",
                    "role",
                    "BUYER",
                    "party",
                    "b");
            assertThat(again.getResponse().getStatus()).as(act).isEqualTo(409);
            assertThat(content(again)).as(act).contains("li.wei is closed.", "/reopening\"");
        }
        browser.sent("/settings/accounts/li.wei/reopening", As.operations());
        assertThat(opens("li.wei", PASSWORD)).isTrue();
        browser.sent("/settings/accounts/li.wei/reopening", As.operations());
        assertThat(log.latest(0, 9))
                .extracting(ActionLog.Done::action)
                .containsExactly(Action.REOPEN_AN_ACCOUNT, Action.CLOSE_AN_ACCOUNT);
    }

    @Test
    @DisplayName("merge two accounts of one role, party and maker, and no others")
    void merged() throws Exception {
        accounts.put(new Account("elsewhere", Role.SUPPLIER, "s-2", "hash", "olga"));
        accounts.put(new Account("of.otto", Role.SUPPLIER, "s-1", "hash", "otto"));
        for (var into : new String[] {"elsewhere", "of.otto", "li.wei.2", "nobody", "adam", ""}) {
            assertThat(browser.send("/settings/accounts/li.wei.2/merger", As.operations(), "into", into)
                            .getResponse()
                            .getStatus())
                    .as(into)
                    .isEqualTo(400);
        }
        browser.sent("/settings/accounts/li.wei.2/merger", As.operations(), "into", "li.wei");
        assertThat(accounts.find("li.wei.2")).isEmpty();
        assertThat(accounts.kept("li.wei.2").orElseThrow().mergedInto()).isEqualTo("li.wei");
        assertThat(browser.page("/settings/accounts?lang=en", As.operations())).contains("merged into li.wei");
        assertThat(last()).isEqualTo(Action.MERGE_ACCOUNTS);
        browser.sent("/settings/accounts/li.wei.2/reopening", As.operations());
        assertThat(accounts.kept("li.wei.2").orElseThrow().mergedInto()).isNull();
    }

    @Test
    @DisplayName("let nobody close, merge or give another role to the account that it is signed in with")
    void own() throws Exception {
        accounts.put(new Account("olga", Role.OPERATIONS, null, "hash", "olga"));
        accounts.put(new Account("oskar", Role.OPERATIONS, null, "hash", "olga"));
        assertThat(browser.page("/settings/accounts/olga", As.operations()))
                .doesNotContain("/closure", "/merger", "/role\"");
        for (var act : new String[] {"closure", "merger", "role"}) {
            assertThat(browser.send(
                                    "/settings/accounts/olga/" + act,
                                    As.operations(),
                                    "into",
                                    "oskar",
                                    "role",
                                    "SUPPLIER",
                                    "party",
                                    "s-1")
                            .getResponse()
                            .getStatus())
                    .as(act)
                    .isEqualTo(400);
        }
        assertThat(accounts.find("olga")).isPresent();
    }

    @Test
    @DisplayName(
            "hand out a link that is valid for less than 24 hours, until another is handed out or the password changes")
    void links() throws Exception {
        var first = link(browser.sent("/settings/accounts/li.wei/link", As.operations()));
        assertThat(opens("li.wei", PASSWORD)).isTrue();
        var second = link(browser.sent("/settings/accounts/li.wei/link", As.operations()));
        assertThat(set(first, "another-lantern-48", "another-lantern-48")).isEqualTo(404);
        assertThat(set(second, "another-lantern-48", "another-lantern-49")).isEqualTo(400);
        assertThat(set(second, "password1234", "password1234")).isEqualTo(400);
        clock.set(clock.instant().plus(PasswordLinks.VALID_FOR).minusMillis(1));
        var before = accounts.find("li.wei").orElseThrow();
        assertThat(set(second, "another-lantern-48", "another-lantern-48")).isEqualTo(302);
        assertThat(opens("li.wei", "another-lantern-48")).isTrue();
        assertThat(accounts.find("li.wei").orElseThrow()).isNotEqualTo(before);
        var third = link(browser.sent("/settings/accounts/li.wei/link", As.operations()));
        clock.set(clock.instant().plus(PasswordLinks.VALID_FOR));
        assertThat(set(third, PASSWORD, PASSWORD)).isEqualTo(404);
        var fourth = link(browser.sent("/settings/accounts/li.wei/link", As.operations()));
        accounts.put(accounts.find("li.wei").orElseThrow());
        assertThat(set(fourth, PASSWORD, PASSWORD)).isEqualTo(404);
        var fifth = link(browser.sent("/settings/accounts/li.wei/link", As.operations()));
        browser.sent("/settings/accounts/li.wei/closure", As.operations());
        browser.sent("/settings/accounts/li.wei/reopening", As.operations());
        assertThat(set(fifth, PASSWORD, PASSWORD)).isEqualTo(404);
    }

    @Test
    @DisplayName("hand out links to accounts that decide only by the person who made them: four eyes stay two persons")
    void fourEyes() throws Exception {
        accounts.put(new Account("oskar", Role.OPERATIONS, null, "hash", "otto"));
        assertThat(browser.send("/settings/accounts/oskar/link", As.operations())
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        accounts.put(new Account("lu", Role.SUPPLIER, "s-1", "hash", "otto"));
        var link = link(browser.sent("/settings/accounts/lu/link", As.operations()));
        assertThat(accounts.find("lu").orElseThrow().person()).isEqualTo("otto");
        set(link, PASSWORD, PASSWORD);
        assertThat(accounts.find("lu").orElseThrow().person()).isEqualTo("olga");
    }

    @Test
    @DisplayName("stop looking at tokens of an address that sent a hundred wrong ones")
    void guessing() throws Exception {
        for (var wrong = 0; wrong < LoginThrottle.FAILURES_OF_AN_ADDRESS; wrong++) {
            mvc.perform(get("/password/reset/no-such-token-" + wrong)
                            .with(anonymous())
                            .with(request -> {
                                request.setRemoteAddr("192.0.2.77");
                                return request;
                            }))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get("/password/reset/another").with(anonymous()).with(request -> {
                    request.setRemoteAddr("192.0.2.77");
                    return request;
                }))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    @DisplayName("show when somebody last signed in on the login page")
    void signedIn() throws Exception {
        assertThat(accounts.kept("li.wei").orElseThrow().signedInAt()).isNull();
        mvc.perform(post("/login").with(anonymous()).param("username", "li.wei").param("password", PASSWORD))
                .andExpect(redirectedUrl("/"));
        assertThat(accounts.kept("li.wei").orElseThrow().signedInAt()).isEqualTo(clock.instant());
    }
}
