package io.hourglass.portal.chat;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.chat.Chats;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The pages and calls of a shop's chat")
class ChatPagesTest {

    /** The natural day is the second of March in Shanghai. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    private static final Caller SHOP = supplier("shop-1");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @BeforeEach
    void twoDays() {
        chats.asks(ANNA);
        chats.writes(ANNA);
        chats.asks(new BuyerId("buyer-missed"), ANNA, marketplace.now());
        marketplace.passTo(DAY_ENDS.plus(Duration.ofHours(8)));
        chats.asks(new BuyerId("buyer-waits"), ANNA, marketplace.now());
        chats.asks(BUYER, BEN, marketplace.now());
        marketplace.pass(Duration.ofMinutes(30));
    }

    private String page(Caller reader, String path) throws Exception {
        return mvc.perform(get(path).with(as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("say first what is to be answered before the day ends, then the rate, then each account")
    void shop() throws Exception {
        var page = page(SHOP, "/suppliers/shop-1/chat");
        assertThat(page)
                .containsSubsequence(
                        "Still to answer today",
                        "<dd>2</dd>",
                        "buyer-waits",
                        "Chat reply rate, published for 2026-03-03",
                        "50.0 %",
                        "1 of 2 counted consultations",
                        "/suppliers/shop-1/chat/accounts/anna",
                        "/suppliers/shop-1/chat/accounts/ben")
                .contains("href=\"/suppliers/shop-1/chat\"");
        assertThat(page(SHOP, "/suppliers/shop-1/chat?account=ben"))
                .contains("buyer-1")
                .doesNotContain("buyer-waits");
    }

    @Test
    @DisplayName("show an account with its days, and of each what was unanswered")
    void account() throws Exception {
        assertThat(page(SHOP, "/suppliers/shop-1/chat/accounts/anna"))
                .contains("Account anna of shop-1", "buyer-waits", "day=2026-03-02&amp;state=UNANSWERED");
        assertThat(page(operations(), "/suppliers/shop-1/chat/accounts/anna?day=2026-03-02&state=UNANSWERED"))
                .contains("buyer-missed", "Unanswered")
                .doesNotContain("buyer-waits");
    }

    @Test
    @DisplayName("are in the menu of a shop that has accounts alone")
    void menu() throws Exception {
        assertThat(page(SHOP, "/account")).contains("/suppliers/shop-1/chat");
        assertThat(page(supplier("supplier-1"), "/account")).doesNotContain("/suppliers/supplier-1/chat");
        marketplace.supplier("supplier-1", "Pumps");
        assertThat(page(supplier("supplier-1"), "/suppliers/supplier-1/chat")).contains("No account of this shop");
    }

    @Test
    @DisplayName("let operations choose the shop")
    void shops() throws Exception {
        assertThat(page(operations(), "/chat")).contains("/suppliers/shop-1/chat");
        mvc.perform(get("/chat?supplier=shop-1").with(as(operations())))
                .andExpect(redirectedUrl("/suppliers/shop-1/chat"));
        assertThat(page(operations(), "/chat?supplier=nobody")).contains("nobody");
        mvc.perform(get("/chat").with(as(SHOP))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("are unknown to another shop, and refuse an account, a day and a length that cannot be")
    void refused() throws Exception {
        for (var path : new String[] {"/suppliers/shop-1/chat", "/api/chat/shops/shop-1"}) {
            mvc.perform(get(path).with(as(supplier("shop-2")))).andExpect(status().isNotFound());
        }
        for (var path : new String[] {
            "/suppliers/shop-1/chat?account=nobody",
            "/suppliers/shop-1/chat/accounts/nobody",
            "/api/chat/shops/shop-1/consultations?account=nobody",
            "/api/chat/shops/shop-1/history?account=nobody",
            "/api/chat/shops/nobody"
        }) {
            mvc.perform(get(path).with(as(operations()))).andExpect(status().isNotFound());
        }
        for (var path : new String[] {
            "/suppliers/shop-1/chat?days=0",
            "/suppliers/shop-1/chat?days=91",
            "/suppliers/shop-1/chat/accounts/anna?day=31%2F12%2F2026",
            "/suppliers/shop-1/chat/accounts/anna?state=MAYBE",
            "/api/chat/shops/shop-1/history?days=367",
            "/api/chat/shops/shop-1/consultations?state=MAYBE"
        }) {
            mvc.perform(get(path).with(as(operations()))).andExpect(status().isBadRequest());
        }
    }

    @Test
    @DisplayName("give the same as JSON and as files")
    void otherwise() throws Exception {
        mvc.perform(get("/api/chat/shops/shop-1").with(as(SHOP)))
                .andExpect(jsonPath("$.day").value("2026-03-03"))
                .andExpect(jsonPath("$.zone").value("Asia/Shanghai"))
                .andExpect(jsonPath("$.published.rate").value(0.5))
                .andExpect(jsonPath("$.yesterday.unanswered").value(1))
                .andExpect(jsonPath("$.today.open").value(2))
                .andExpect(jsonPath("$.accounts[1].account").value("ben"))
                .andExpect(jsonPath("$.accounts[1].published.status").value("NO_DATA"));
        mvc.perform(get("/api/chat/shops/shop-1/consultations?state=OPEN").with(as(SHOP)))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].openedBy").value("MESSAGE"))
                .andExpect(jsonPath("$.items[0].minutesLeft").value(15 * 60 + 30));
        mvc.perform(get("/api/chat/shops/shop-1/history?account=anna").with(as(SHOP)))
                .andExpect(jsonPath("$.numbers[0].answered").value(1))
                .andExpect(jsonPath("$.days[1].counts.unanswered").value(1))
                .andExpect(jsonPath("$.days[1].settled").value(true));
        mvc.perform(get("/api/chat/shops").with(as(operations())))
                .andExpect(jsonPath("$[0].shop").value("shop-1"));
        assertThat(page(SHOP, "/suppliers/shop-1/chat?as=csv")).contains("buyer-waits", "Message");
        assertThat(page(SHOP, "/suppliers/shop-1/chat?as=csv&list=accounts")).contains("anna,anna,50.0 %,1,2");
        assertThat(page(SHOP, "/suppliers/shop-1/chat?as=csv&list=trend")).contains("2026-03-03,50.0,1,2,1");
        assertThat(page(SHOP, "/suppliers/shop-1/chat/accounts/anna?as=csv&list=days"))
                .contains("2026-03-02,2,1,1,0,0,yes");
        assertThat(page(operations(), "/chat?as=csv")).contains("shop-1,shop-1,50.0 %,1,2,2,0,2");
    }
}
