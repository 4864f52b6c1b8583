package io.hourglass.portal.chat;

import static io.hourglass.access.web.As.as;
import static io.hourglass.chat.Chats.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.chat.Chats;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
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
@DisplayName("The page of a shop's diagnosis")
class DiagnosisPageTest {

    private static final String PAGE = "/suppliers/shop-1/chat/diagnosis";
    private static final String DAYS = "from=2026-03-04&to=2026-03-05";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    /** Four days of four buyers; on the third Anna answers one, and blocks the others. */
    @BeforeEach
    void fourDays() {
        for (var day = 0; day < 4; day++) {
            marketplace.passTo(Instant.parse("2026-03-02T02:00:00Z").plus(Duration.ofDays(day)));
            for (var number = 0; number < 4; number++) {
                var buyer = new BuyerId("b" + number);
                chats.asks(buyer, ANNA, marketplace.now());
                marketplace.pass(Duration.ofMinutes(1));
                if (day != 2 || number == 0) {
                    chats.writes(ANNA, buyer, AuthorKind.HUMAN, marketplace.now());
                } else {
                    chats.records(chats.report(ChatFactKind.BLOCKED, buyer, ANNA));
                }
            }
        }
        marketplace.passTo(Instant.parse("2026-03-06T02:00:00Z"));
    }

    private String page(String asked, String language, int expected) throws Exception {
        return mvc.perform(get(PAGE + "?" + asked)
                        .with(as(As.supplier("shop-1")))
                        .header("Accept-Language", language)
                        .header("Accept", "text/html"))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("says how far the rate fell, why, what it would be without each cause, and when a bad day is gone")
    void shown() throws Exception {
        assertThat(page(DAYS, "en", 200))
                .contains("62.5 %")
                .contains("−37.5 points")
                .contains("5 of 8 counted consultations")
                .contains("100.0 %, 8 of 8")
                .contains("Blocked unanswered")
                .contains("+37.5 points")
                .contains("18.8 points")
                .contains("2026-04-04");
        assertThat(page(DAYS + "&account=anna", "zh", 200)).contains("未回复即拉黑", "37.5 个百分点");
    }

    @Test
    @DisplayName("has its tables by day and by week, and each list as a file")
    void tables() throws Exception {
        assertThat(page(DAYS + "&rows=WEEK", "en", 200)).contains("2026-W10");
        assertThat(page(DAYS + "&as=csv", "en", 200)).contains("Blocked unanswered");
        assertThat(page(DAYS + "&as=csv&list=daily", "en", 200))
                .contains("2026-03-04,anna,anna,4,1,3,0,0,25.0 %,1,0,0");
        assertThat(page(DAYS + "&as=csv&list=weekly", "en", 200)).contains("2026-W10,2026-03-02,anna,anna,8,5,3");
        assertThat(page(DAYS + "&as=csv&list=shadow", "en", 200)).contains("2026-03-04,1,4,18.8,2026-04-04");
    }

    @Test
    @DisplayName("names what is wrong with the days that were chosen, and shows the usual ones")
    void wrongDays() throws Exception {
        assertThat(page("from=2026-01-01&to=2026-03-05", "en", 400)).contains("Choose at most 31 days");
        assertThat(page("from=2026-03-05&to=2026-03-04", "en", 400)).contains("Choose at most 31 days");
        assertThat(page("from=2026-03-05&to=2026-03-07", "en", 400)).contains("Choose at most 31 days");
        page("account=nobody", "en", 404);
    }

    @Test
    @DisplayName("is there for a shop that has never chatted, and for nobody who is not of it")
    void others() throws Exception {
        marketplace.supplier("shop-2", "Pumps");
        mvc.perform(get("/suppliers/shop-2/chat/diagnosis").with(as(As.supplier("shop-2"))))
                .andExpect(status().isOk());
        mvc.perform(get(PAGE).with(as(As.supplier("shop-2")))).andExpect(status().isNotFound());
        mvc.perform(get(PAGE).with(as(As.buyer("b1")))).andExpect(status().isForbidden());
        mvc.perform(get(PAGE).with(as(As.operations()))).andExpect(status().isOk());
    }
}
