package io.hourglass.trace.web;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.ProcessPath.KnownBy;
import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.FactKind;
import io.hourglass.rate.Cause;
import io.hourglass.referral.ReferralState;
import io.hourglass.sla.Refusal;
import io.hourglass.sla.State;
import io.hourglass.trace.Effect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The trace as a document")
class TracePageTest {

    private static final Duration DEADLINE = Duration.parse("PT72H");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private MessageSource messages;

    private String page(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** Told, answered late, rejected too late, asked for alternatives in vain. */
    private void aFullLife() {
        marketplace.supplier("other", "Hardware/Pumps");
        var id = marketplace.inquiry("i", BUYER, SUPPLIER, "Hardware/Pumps", "Ten <b>hand</b> pumps, please.");
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(id);
        marketplace.pass(Duration.ofHours(1));
        marketplace.reply(id, AuthorKind.AUTO_REPLY, marketplace.now());
        marketplace.reply(id);
        marketplace.pass(Duration.ofHours(1));
        marketplace.reject(id, marketplace.now());
        marketplace.retractLast(id);
    }

    @ParameterizedTest(name = "says in {0} all there is, and no key of a message or name of a constant is left")
    @ValueSource(strings = {"en", "zh"})
    void whole(String language) throws Exception {
        aFullLife();
        assertThat(page("/inquiries/i/trace?lang=" + language))
                .contains("lang=\"" + language + "\"")
                .contains("2026-03-05 10:00:00")
                .contains("inquiry.<wbr>ReplyDeadlinePassed")
                .contains("Ten &lt;b&gt;hand&lt;/b&gt; pumps, please.")
                .contains(language.equals("en") ? "Answered late" : "逾期回复")
                .doesNotContain("??")
                .doesNotContain("REPLIED", "NO_ANSWER")
                .doesNotContain("<script>", "<style", "style=");
    }

    @Test
    @DisplayName("has its timeline in the order of time, causes before what follows from them")
    void timeline() throws Exception {
        aFullLife();
        assertThat(page("/inquiries/i/trace?lang=en"))
                .containsSubsequence(
                        "Inquiry received (i)",
                        "Request for alternatives",
                        "Reply deadline passed; the timer fired 0 ms after it was due",
                        "The books say: Unanswered",
                        "The buyer is told that no answer came",
                        "One other supplier is offered",
                        "The books say: Answered late",
                        "Rejection");
    }

    @Test
    @DisplayName("sets the steps on the diagram of the process in their order, and marks where it waits")
    void diagram() throws Exception {
        marketplace.inquiry("i");
        assertThat(page("/inquiries/i/trace?lang=en"))
                .contains("data-model=\"/api/process-models/inquiry\"")
                .containsSubsequence(
                        "data-mark=\"passed\"", "<span class=\"badge\">1</span>", "data-mark=\"waits\"", "here");
    }

    @Test
    @DisplayName("of an inquiry that nobody knows, or that none can be called, is 404 in words")
    void unknown() throws Exception {
        for (var id : List.of("nobody", "x".repeat(65))) {
            var answer = mvc.perform(get("/inquiries/{id}/trace", id).param("lang", "en"))
                    .andExpect(status().isNotFound())
                    .andReturn()
                    .getResponse();
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("There is no such inquiry");
        }
    }

    @Test
    @DisplayName("has words for every constant that it may have to say")
    void words() {
        var keys = Map.<String, Object[]>of(
                "state", State.values(),
                "kind", FactKind.values(),
                "author", AuthorKind.values(),
                "effect", Effect.values(),
                "refusal", Refusal.values(),
                "cause", Cause.Kind.values(),
                "notice", Notice.Kind.values(),
                "referral", ReferralState.values(),
                "knownBy", KnownBy.values(),
                "timer", new Object[] {"WindowClosed", "ReplyDeadlinePassed", "OfferExpired", "ChoiceExpired"});
        for (var locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(keys.entrySet().stream()
                            .flatMap(group -> Arrays.stream(group.getValue())
                                    .map(constant -> "trace." + group.getKey() + "." + constant))
                            .flatMap(key -> Stream.ofNullable(messages.getMessage(key, null, "", locale))))
                    .doesNotContain("");
        }
    }
}
