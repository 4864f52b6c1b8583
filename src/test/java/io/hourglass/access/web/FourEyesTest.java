package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.inquiry.Marketplace;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@TestPropertySource(
        properties = {
            "hourglass.access.operations-password=a-long-password",
            "hourglass.access.auditor-password=a-long-password"
        })
@DisplayName("Where four eyes are asked for")
class FourEyesTest {

    private static final String ACCOUNT = "{\"role\": \"%s\", \"password\": \"some-long-words\"}";
    private static final String OF_SUPPLIER =
            "{\"role\": \"SUPPLIER\", \"party\": \"supplier-1\", \"password\": \"some-long-words\"}";
    private static final String KEY = "{\"name\": \"%s\", \"scopes\": [\"SUBMIT\"]}";
    private static final String DISPUTE =
            """
            {"id": "d", "evidence": "A log.",
             "claim": {"kind": "REPLIED", "occurredAt": "2026-03-02T03:00:00Z", "author": "HUMAN"}}""";
    private static final String DECISION = "{\"accepted\": true, \"reason\": \"It shows.\"}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Accounts accounts;

    @Autowired
    private KeyRing keys;

    private final Caller operations = new Account("operations", Role.OPERATIONS, null, "").caller();

    @BeforeEach
    void anInquiry() {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofHours(2));
    }

    private MockHttpServletResponse call(Caller caller, String method, String path, String body) throws Exception {
        return mvc.perform(request(HttpMethod.valueOf(method), path)
                        .with(As.as(caller))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private Caller made(String name) {
        return accounts.find(name).orElseThrow().caller();
    }

    private Caller keyOf(Caller maker, String name) throws Exception {
        var answer = call(maker, "POST", "/api/api-keys", KEY.formatted(name));
        assertThat(answer.getStatus()).isEqualTo(201);
        String secret = JsonPath.read(answer.getContentAsString(), "$.secret");
        return keys.callerWith(secret).orElseThrow();
    }

    private void raises(Caller caller) throws Exception {
        assertThat(call(caller, "POST", "/api/inquiries/i/disputes", DISPUTE).getStatus())
                .isEqualTo(201);
    }

    private void isRefused(Caller caller) throws Exception {
        var answer = call(caller, "POST", "/api/disputes/d/decision", DECISION);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("RAISED_BY_YOU");
        assertThat(call(caller, "GET", "/audit/disputes/d", "").getContentAsString())
                .doesNotContain("<textarea");
    }

    private void decides(Caller caller) throws Exception {
        assertThat(call(caller, "POST", "/api/disputes/d/decision", DECISION).getStatus())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("who made the key that raised a dispute does not decide it, and another does")
    void key() throws Exception {
        raises(keyOf(operations, "backend"));
        isRefused(operations);
        decides(As.operations());
    }

    @Test
    @DisplayName("who made the account that raised a dispute does not decide it, also after the account is gone")
    void account() throws Exception {
        call(operations, "PUT", "/api/accounts/li.wei", OF_SUPPLIER);
        raises(made("li.wei"));
        isRefused(operations);
        assertThat(call(operations, "DELETE", "/api/accounts/li.wei", "").getStatus())
                .isEqualTo(204);
        isRefused(operations);
        decides(As.auditor());
    }

    @Test
    @DisplayName("an account that somebody made is no second person, and neither are its keys")
    void chain() throws Exception {
        call(operations, "PUT", "/api/accounts/olaf", ACCOUNT.formatted("OPERATIONS"));
        call(operations, "PUT", "/api/accounts/oskar", ACCOUNT.formatted("OPERATIONS"));
        raises(keyOf(made("olaf"), "olafs"));
        isRefused(made("olaf"));
        isRefused(made("oskar"));
        isRefused(operations);
        decides(As.auditor());
    }

    @Test
    @DisplayName("a key that has the name of somebody keeps nobody from deciding")
    void namedAlike() throws Exception {
        raises(keyOf(operations, "ada"));
        isRefused(operations);
        decides(As.auditor());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "operations, PUT, ada, AUDITOR, 403",
        "operations, PUT, ada, OPERATIONS, 403",
        "operations, PUT, new, AUDITOR, 403",
        "operations, DELETE, ada, AUDITOR, 403",
        "operations, PUT, olaf, OPERATIONS, 200",
        "operations, PUT, new, OPERATIONS, 200",
        "operations, DELETE, olaf, OPERATIONS, 204",
        "auditor, PUT, ada, AUDITOR, 200",
        "auditor, PUT, new, AUDITOR, 200",
        "auditor, DELETE, ada, AUDITOR, 204",
        "auditor, PUT, olaf, AUDITOR, 403",
        "auditor, PUT, olaf, OPERATIONS, 403",
        "auditor, PUT, new, OPERATIONS, 403",
        "auditor, DELETE, olaf, OPERATIONS, 403",
        "both, PUT, ada, OPERATIONS, 200",
        "both, PUT, olaf, AUDITOR, 200",
        "operations, PUT, auditor, AUDITOR, 400",
        "auditor, PUT, operations, OPERATIONS, 400"
    })
    @DisplayName(
            "auditors alone make, change and remove accounts of auditors, and no others; the configuration makes the first")
    void auditors(String who, String method, String name, String role, int status) throws Exception {
        accounts.put(new Account("ada", Role.AUDITOR, null, "hash"));
        accounts.put(new Account("olaf", Role.OPERATIONS, null, "hash"));
        var before = accounts.all();
        var caller =
                switch (who) {
                    case "operations" -> operations;
                    case "auditor" -> new Account("auditor", Role.AUDITOR, null, "").caller();
                    default -> new Caller("both", Set.of(Role.OPERATIONS, Role.AUDITOR), Set.of(), null, null);
                };
        var answer = call(caller, method, "/api/accounts/" + name, ACCOUNT.formatted(role));
        assertThat(answer.getStatus()).isEqualTo(status);
        if (status >= 400) {
            assertThat(accounts.all()).isEqualTo(before);
            assertThat(answer.getContentAsString()).contains("Nothing has been changed");
        }
    }
}
