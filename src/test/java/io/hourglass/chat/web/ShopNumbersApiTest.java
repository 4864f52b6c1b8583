package io.hourglass.chat.web;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("The published chat reply rate")
class ShopNumbersApiTest {

    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");
    private static final Instant CLOSE = Instant.parse("2026-03-02T22:00:00Z");

    @Autowired
    private MockMvc http;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @BeforeEach
    void oneDay() {
        chats.asks(ANNA);
        chats.writes(ANNA);
        chats.asks(BEN);
        chats.records(
                chats.report(ChatFactKind.ASKED, BUYER, new AccountId("other")).shop(new SupplierId("shop-2")));
        marketplace.passTo(DAY_ENDS);
        marketplace.passTo(CLOSE.plusSeconds(1));
    }

    @Test
    @DisplayName("is there for the shop and for each of its accounts, with what is under it, and adds up again")
    void shopAndAccounts() throws Exception {
        of("shop-1", "published-number")
                .andExpect(jsonPath("$.on").value("2026-03-03"))
                .andExpect(jsonPath("$.answered").value(1))
                .andExpect(jsonPath("$.countable").value(2))
                .andExpect(jsonPath("$.rate").value(0.5))
                .andExpect(jsonPath("$.account").doesNotExist());
        of("shop-1", "published-number?account=ben")
                .andExpect(jsonPath("$.account").value("ben"))
                .andExpect(jsonPath("$.rate").value(0.0));
        of("shop-1", "published-numbers?account=anna")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].revision").value(1));
        of("shop-1", "published-number/consultations")
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].account").value(containsInAnyOrder("anna", "ben")));
        of("shop-1", "published-number/consultations?state=UNANSWERED")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].rule").value("NO_COUNTING_ANSWER"));
        for (var account : new String[] {"", "?account=anna", "?account=ben"}) {
            of("shop-1", "published-number/recount" + account)
                    .andExpect(jsonPath("$.equal").value(true))
                    .andExpect(jsonPath("$.differences.length()").value(0));
        }
    }

    @Test
    @DisplayName("is the shop's own: another gets 404, and so does an account of another shop")
    void whose() throws Exception {
        for (var what : new String[] {
            "published-number", "published-numbers", "published-number/consultations", "published-number/recount"
        }) {
            http.perform(get("/api/chat/shops/shop-1/" + what).with(as(supplier("shop-1"))))
                    .andExpect(status().isOk());
            http.perform(get("/api/chat/shops/shop-1/" + what).with(as(supplier("shop-2"))))
                    .andExpect(status().isNotFound());
            http.perform(get("/api/chat/shops/shop-1/" + what)
                            .param("account", "other")
                            .with(as(supplier("shop-1"))))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    @DisplayName("has a badge for other sites, in its own words")
    void badge() throws Exception {
        http.perform(get("/badges/shop-1/CHAT/badge.json").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Chat reply rate"))
                .andExpect(jsonPath("$.value").value("50.0 %"))
                .andExpect(jsonPath("$.sample").value("1 of 2 answered on the same day"))
                .andExpect(jsonPath("$.snippet", containsString("/badges/shop-1/CHAT/badge.svg?lang=en")));
        http.perform(get("/badges/shop-1/CHAT/badge.svg").param("lang", "zh"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("咨询回复率")));
        http.perform(get("/badges/nobody/CHAT/badge.svg")).andExpect(status().isNotFound());
        http.perform(get("/badges/shop-1/NONE/badge.svg")).andExpect(status().isNotFound());
        http.perform(get("/badges/shop-1/none/badge.svg")).andExpect(status().isBadRequest());
    }

    private ResultActions of(String shop, String what) throws Exception {
        return http.perform(get("/api/chat/shops/" + shop + "/" + what).with(as(auditor())))
                .andExpect(status().isOk());
    }
}
