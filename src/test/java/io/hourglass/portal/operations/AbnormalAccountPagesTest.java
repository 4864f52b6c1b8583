package io.hourglass.portal.operations;

import static io.hourglass.access.web.As.as;
import static io.hourglass.chat.Chats.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.watch.CatchState;
import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.chat.watch.WatchBuyers;
import io.hourglass.inquiry.Marketplace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("The pages of abnormal accounts")
class AbnormalAccountPagesTest {

    private static final String LIST = "/operations/abnormal-accounts";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private WatchBuyers watch;

    @Autowired
    private CaughtAccounts accounts;

    private CaughtAccount caught() {
        for (var number = 1; number <= 30; number++) {
            marketplace.pass(Duration.ofSeconds(1));
            chats.asks(new AccountId("a" + number));
        }
        marketplace.pass(Duration.ofSeconds(20));
        return watch.look().get(0);
    }

    private String page(String path, String language) throws Exception {
        return body(get(path).header("Accept-Language", language), 200);
    }

    private String body(MockHttpServletRequestBuilder request, int expected) throws Exception {
        return mvc.perform(request.with(as(As.operations())).header("Accept", "text/html"))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private CatchState state(CaughtAccount account) {
        return accounts.find(account.id()).orElseThrow().state();
    }

    @Test
    @DisplayName("say by which rule an account was caught and what was seen, in both languages")
    void listed() throws Exception {
        assertThat(page(LIST, "en")).contains("None.");
        var one = caught();

        assertThat(page(LIST, "en"))
                .contains(one.id())
                .contains("Burst without conversation")
                .contains("Wrote to 30 accounts within 29 s and talked with 0 of them. The rule: 30 within 10 min 0 s.")
                .contains("Caught, to confirm");
        assertThat(page(LIST, "zh")).contains("在29 秒内咨询了 30 个账号");
        assertThat(page(LIST + "/" + one.id(), "en"))
                .contains("1 opened at or after the catch. Confirmed, all of them are not counted");
        assertThat(page(LIST + "?state=TAKEN_BACK", "en")).contains("None.");
        assertThat(body(get(LIST + "?as=csv").header("Accept-Language", "en"), 200))
                .contains("Burst without conversation")
                .isNotBlank();
    }

    @Test
    @DisplayName("let operations confirm it and take it back, with a reason, and say what changed")
    void decided() throws Exception {
        var one = caught();
        var path = LIST + "/" + one.id();

        mvc.perform(post(path + "/confirmation").with(as(As.operations())).param("reason", "it is a bot"))
                .andExpect(redirectedUrl(path));
        assertThat(state(one)).isEqualTo(CatchState.CONFIRMED);
        assertThat(page(path, "en")).contains("it is a bot", "1 opened since then are not counted");

        mvc.perform(post(path + "/take-back").with(as(As.operations())).param("reason", "a good buyer"))
                .andExpect(redirectedUrl(path));
        assertThat(state(one)).isEqualTo(CatchState.TAKEN_BACK);
        assertThat(body(post(path + "/confirmation").param("reason", "but no"), 409))
                .contains("It was taken back meanwhile", "but no");
    }

    @Test
    @DisplayName("show what was typed again where the reason is missing, and change nothing")
    void noReason() throws Exception {
        var one = caught();
        var shown = body(post(LIST + "/" + one.id() + "/take-back").param("reason", " "), 400);

        assertThat(shown).contains("aria-invalid=\"true\"");
        assertThat(state(one)).isEqualTo(CatchState.CAUGHT);
    }

    @Test
    @DisplayName("mark a buyer by hand from a time by the reader's clock, and name the field that is wrong")
    void byHand() throws Exception {
        mvc.perform(post(LIST)
                        .with(as(As.operations()))
                        .param("buyer", BUYER.value())
                        .param("since", "2026-03-02T09:30")
                        .param("reason", "advertises"))
                .andExpect(redirectedUrl(LIST));
        var marked = accounts.latest(null, 0, 1).get(0);
        assertThat(marked.caughtAt()).isEqualTo("2026-03-02T01:30:00Z");
        assertThat(page(LIST, "en")).contains("Marked by hand");

        assertThat(body(
                        post(LIST)
                                .param("buyer", BUYER.value())
                                .param("since", "soon")
                                .param("reason", "why"),
                        400))
                .contains("value=\"soon\"", "why");
        assertThat(body(
                        post(LIST)
                                .param("buyer", BUYER.value())
                                .param("since", "2026-03-02T10:30")
                                .param("reason", "ahead"),
                        400))
                .contains("aria-invalid=\"true\"");
        assertThat(body(post(LIST).param("buyer", " ").param("reason", "nobody"), 400))
                .contains("nobody");
        assertThat(accounts.latest(null, 0, 10)).hasSize(1);
    }

    @Test
    @DisplayName("are read by auditors, who may not act, and by nobody else")
    void auditors() throws Exception {
        var one = caught();
        var shown = mvc.perform(get(LIST + "/" + one.id()).with(as(As.auditor())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown).doesNotContain("/confirmation").contains(BUYER.value());
        mvc.perform(post(LIST).with(as(As.auditor())).param("buyer", "b").param("reason", "r"))
                .andExpect(status().isForbidden());
        mvc.perform(get(LIST).with(as(As.supplier("shop-1")))).andExpect(status().isForbidden());
    }
}
