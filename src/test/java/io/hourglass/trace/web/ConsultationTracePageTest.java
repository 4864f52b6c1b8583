package io.hourglass.trace.web;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BUYER;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatRule;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.Messages;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The trace of a consultation")
class ConsultationTracePageTest {

    private static final Instant CLOSE = Instant.parse("2026-03-02T22:00:00Z");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>\\s*");

    @Autowired
    private MockMvc http;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Test
    @DisplayName(
            "says in words what happened, why it counts, where it is published and what its process did, in both languages")
    void inWords() throws Exception {
        var id = chats.asks(ANNA).id();
        chats.writes(ANNA, BUYER, AuthorKind.AUTO_REPLY, marketplace.now());
        var answer = chats.writes(ANNA);
        chats.reclassifies(answer, AuthorKind.QUICK_REPLY);
        marketplace.passTo(Instant.parse("2026-03-02T16:00:00Z"));
        marketplace.passTo(CLOSE.plusSeconds(1));

        assertThat(page(id, auditor(), "en"))
                .contains("Unanswered", "No counting message of the account is known", "2026-03-03")
                .contains("Message of the buyer", "an automatic reply", "Correction of the author")
                .contains("Consultation opened", "Natural day ended", "Judged again when this was recorded");
        assertThat(page(id, auditor(), "zh"))
                .contains("未回复", "没有该账号的有效回复", "买家消息", "更正作者", "咨询开始")
                .doesNotContain("Message of", "Judged", "chat.state", "??");
        http.perform(get("/api/tracks/CHAT/cases/" + id + "/trace").with(as(auditor())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.facts.length()").value(4))
                .andExpect(jsonPath("$.entries[-1:].state").value("UNANSWERED"));
    }

    @Test
    @DisplayName("shows what is known of its buyer's account: to its shop without the reason, and of no other shop")
    void marks() throws Exception {
        var id = chats.asks(ANNA).id();
        for (var shop : List.of(SHOP.value(), "shop-2")) {
            chats.records(ChatReport.builder()
                    .id(new FactId("mark-" + shop))
                    .kind(ChatFactKind.MARKED_OWN)
                    .buyer(BUYER)
                    .shop(new SupplierId(shop))
                    .channel(Channel.WEB)
                    .text(new FactText(null, "their cousin")));
        }
        assertThat(page(id, auditor(), "en"))
                .contains("Not counted", "belongs to the shop itself", "their cousin", "mark-shop-1")
                .doesNotContain("mark-shop-2");
        assertThat(page(id, supplier(SHOP.value()), "en"))
                .contains("belongs to the shop itself")
                .doesNotContain("their cousin");
    }

    @Test
    @DisplayName("is for its shop and for no other, and there is none of an id that is not known")
    void whose() throws Exception {
        var id = chats.asks(ANNA).id();
        http.perform(get("/consultations/{id}/trace", id.value()).with(as(supplier("shop-2"))))
                .andExpect(status().isNotFound());
        http.perform(get("/consultations/nobody/trace").with(as(auditor()))).andExpect(status().isNotFound());
        var marks = chats.marks(ChatFactKind.MARKED_STAFF, BUYER, null, marketplace.now());
        http.perform(get("/consultations/{id}/trace", marks.id().value()).with(as(auditor())))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(ChatRule.class)
    @DisplayName("has words for each rule in both languages, and no id among them")
    void rules(ChatRule rule) {
        for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var words = Messages.of("io.hourglass.chat.judging.explanations", locale);
            assertThat(words.getString(rule.name())).contains("{4}");
        }
        assertThat(Messages.of("io.hourglass.chat.judging.explanations", Locale.SIMPLIFIED_CHINESE)
                        .getString(rule.name()))
                .isNotEqualTo(Messages.of("io.hourglass.chat.judging.explanations", Locale.ENGLISH)
                        .getString(rule.name()));
    }

    private String page(ConsultationId id, Caller caller, String language) throws Exception {
        var html = http.perform(get("/consultations/{id}/trace", id.value())
                        .param("lang", language)
                        .with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return TAGS.matcher(html).replaceAll(" ");
    }
}
