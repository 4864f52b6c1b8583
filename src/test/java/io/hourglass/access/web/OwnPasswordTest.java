package io.hourglass.access.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("One’s own password")
class OwnPasswordTest {

    private static final String CURRENT = "wind in the willows";
    private static final String NEXT = "gorse-lantern-47";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void ada() {
        accounts.put(new Account("ada", Role.AUDITOR, null, encoder.encode(CURRENT)));
    }

    private boolean isNow(String password) {
        return encoder.matches(password, accounts.find("ada").orElseThrow().passwordHash());
    }

    private ResultActions change(String current, String next) throws Exception {
        return mvc.perform(post("/api/password")
                .with(as(As.auditor()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"current\": \"" + current + "\", \"next\": \"" + next + "\"}"));
    }

    @Test
    @DisplayName("is changed with the one until now, which then opens nothing; the ledger has it, under a pseudonym")
    void changed() throws Exception {
        change(CURRENT, NEXT).andExpect(status().isNoContent());
        assertThat(isNow(NEXT)).isTrue();
        assertThat(isNow(CURRENT)).isFalse();
        assertThat(jdbc.sql("select content from hourglass.ledger_record where kind = 'ACTION'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("change a password")
                .doesNotContain("\"ada\"");
    }

    @ParameterizedTest
    @CsvSource({
        "another-one-entirely, gorse-lantern-47, current",
        "wind in the willows, too-short-1, password",
        "wind in the willows, passwordpassword, password"
    })
    @DisplayName("stays as it is where the one until now is wrong, or the next may be none; neither is repeated")
    void refused(String current, String next, String field) throws Exception {
        var answer = change(current, next)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andReturn();
        assertThat(answer.getResponse().getContentAsString()).doesNotContain(current, next);
        assertThat(isNow(CURRENT)).isTrue();
    }

    @Test
    @DisplayName("of an account that is kept elsewhere is changed there")
    void elsewhere() throws Exception {
        mvc.perform(post("/api/password")
                        .with(as(As.operations()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"current\": \"" + CURRENT + "\", \"next\": \"" + NEXT + "\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("account"));
        mvc.perform(get("/password").with(as(As.operations())))
                .andExpect(content().string(containsString("This account signs in by other means")));
        mvc.perform(get("/password").with(as(As.auditor())))
                .andExpect(content().string(not(containsString("This account signs in by other means"))));
    }

    @Test
    @DisplayName("is changed on a page too, which says what was wrong, in both languages")
    void page() throws Exception {
        mvc.perform(get("/password").with(as(As.auditor())).param("lang", "zh"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("修改密码")));
        mvc.perform(post("/password")
                        .with(as(As.auditor()))
                        .param("lang", "en")
                        .param("current", CURRENT)
                        .param("next", NEXT)
                        .param("again", "gorse-lantern-48"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The two new passwords differ")));
        assertThat(isNow(CURRENT)).isTrue();
        mvc.perform(post("/password")
                        .with(as(As.auditor()))
                        .param("current", CURRENT)
                        .param("next", NEXT)
                        .param("again", NEXT))
                .andExpect(redirectedUrl("/login?changed"));
        assertThat(isNow(NEXT)).isTrue();
    }
}
