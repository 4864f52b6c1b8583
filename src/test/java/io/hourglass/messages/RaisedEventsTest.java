package io.hourglass.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.CleanSlate;
import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.access.web.As;
import io.hourglass.audit.seals.Seals;
import io.hourglass.chat.Chats;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.messages.outbox.KnownKinds;
import io.hourglass.messages.outbox.LookoutRounds;
import io.hourglass.messages.setup.SetUpWebhooks;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("Events")
class RaisedEventsTest {

    @Autowired
    private SetUpWebhooks setUp;

    @Autowired
    private KnownKinds kinds;

    @Autowired
    private LookoutRounds lookouts;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private Seals seals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CountedStatements counted;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private ManagementService management;

    @Autowired
    private SettableClock clock;

    private record Raised(String kind, String track, String about, JsonNode data) {}

    @BeforeEach
    void somebodyTakesAll() {
        setUp.add(
                "https://example.com/hooks",
                kinds.all().stream().map(EventKind::name).toList());
    }

    private List<Raised> raised(String kind) {
        return jdbc.sql("select kind, track, about, data from hourglass.event where kind = ? order by seq")
                .param(kind)
                .query((row, number) -> new Raised(
                        row.getString("kind"),
                        row.getString("track"),
                        row.getString("about"),
                        parsed(row.getString("data"))))
                .list();
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> all() {
        return jdbc.sql("select kind from hourglass.event order by seq")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName(
            "of an inquiry say that it was received, that its target was missed, and that alternatives can be asked for")
    void unanswered() {
        marketplace.inquiry("i");
        assertThat(raised("inquiry.received")).singleElement().satisfies(one -> {
            assertThat(one.track()).isEqualTo("INQUIRY");
            assertThat(one.about()).isEqualTo("i");
            assertThat(one.data().path("supplier").asText()).isEqualTo(Marketplace.SUPPLIER.value());
            assertThat(one.data().path("dueAt").asText()).isEqualTo("2026-03-05T02:00:00Z");
        });
        marketplace.pass(Duration.ofHours(73));
        assertThat(all())
                .containsExactly("inquiry.received", "verdict.booked", "reply.target_missed", "alternatives.available");
        var verdict = raised("verdict.booked").get(0).data();
        assertThat(verdict.path("state").asText()).isEqualTo("UNANSWERED");
        assertThat(verdict.path("settled").asBoolean(true)).isFalse();
        assertThat(verdict.path("met").asBoolean(true)).isFalse();
    }

    @Test
    @DisplayName("say each further verdict, and that the target was missed only once")
    void lateReply() {
        var inquiry = marketplace.inquiry("i");
        marketplace.pass(Duration.ofHours(73));
        marketplace.reply(inquiry);
        assertThat(raised("verdict.booked"))
                .extracting(one -> one.data().path("state").asText())
                .containsExactly("UNANSWERED", "LATE");
        assertThat(raised("reply.target_missed")).hasSize(1);
    }

    @Test
    @DisplayName("of a day say its numbers, one of each subject, what changes in standing, and its seal with the root")
    void settled() {
        marketplace.reply(marketplace.inquiry("i"));
        marketplace.reply(marketplace.inquiry("j", new BuyerId("b"), marketplace.supplier("other"), "Pumps", "a pump"));
        marketplace.pass(Duration.ofHours(111)); // to 01:00 in Shanghai, an hour after the books have closed
        assertThat(raised("number.published"))
                .extracting(Raised::about)
                .containsExactlyInAnyOrder(Marketplace.SUPPLIER.value(), "other");
        assertThat(raised("number.published").get(0).data().path("counted").asInt())
                .isEqualTo(1);
        assertThat(raised("standing.changed")).isNotEmpty();
        var seal = seals.last(Track.INQUIRY).orElseThrow();
        assertThat(raised("day.sealed"))
                .last()
                .satisfies(one -> assertThat(one.data().path("root").asText()).isEqualTo(seal.root()));
    }

    @Test
    @DisplayName("of a consultation say that it was opened, and its verdict with its track")
    void chat() {
        chats.asks(Chats.ANNA);
        marketplace.pass(Duration.ofDays(1));
        assertThat(raised("consultation.opened")).singleElement().satisfies(one -> assertThat(
                        one.data().path("account").asText())
                .isEqualTo(Chats.ANNA.value()));
        assertThat(raised("verdict.booked")).singleElement().satisfies(one -> {
            assertThat(one.track()).isEqualTo("CHAT");
            assertThat(one.data().path("state").asText()).isEqualTo("UNANSWERED");
        });
        assertThat(raised("reply.target_missed")).hasSize(1);
    }

    @Test
    @DisplayName("of a dispute say that it was opened, how it ended, and what is restated")
    void dispute() {
        var inquiry = marketplace.inquiry("i");
        marketplace.pass(Duration.ofDays(6));
        var claim =
                new Claim(InquiryFactKind.REPLIED, CleanSlate.START.plus(Duration.ofHours(2)), AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(new DisputeId("d"), inquiry, claim, "A log.", "li.wei"));
        assertThat(raised("dispute.opened")).singleElement().satisfies(one -> {
            assertThat(one.about()).isEqualTo("i");
            assertThat(one.data().path("dispute").asText()).isEqualTo("d");
            assertThat(one.data().toString()).doesNotContain("A log.", "li.wei");
        });
        decide.decide(new DecideDispute.Decided(new DisputeId("d"), true, "It shows.", As.auditor()));
        assertThat(raised("dispute.decided")).singleElement().satisfies(one -> assertThat(
                        one.data().path("outcome").asText())
                .isEqualTo("RESTATED"));
        var restated = raised("number.restated").get(0).data();
        assertThat(restated.path("metBefore").asInt(1)).isZero();
        assertThat(restated.path("met").asInt()).isEqualTo(1);
        assertThat(raised("verdict.booked")).last().satisfies(one -> {
            assertThat(one.data().path("cause").asText()).isEqualTo("RESTATEMENT");
            assertThat(one.data().path("settled").asBoolean()).isTrue();
        });
    }

    @Test
    @DisplayName(
            "of the running system say that a step was given up, and that the close of a day is overdue, once each")
    void operations() {
        marketplace.inquiry("i");
        lookouts.look();
        var close = management
                .createJobQuery()
                .processDefinitionKey("dayClose")
                .orderByJobDuedate()
                .asc()
                .list()
                .get(0);
        management.setJobRetries(close.getId(), 0);
        assertThat(raised("incident.given_up")).singleElement().satisfies(one -> {
            assertThat(one.data().path("process").asText()).isEqualTo("dayClose");
            assertThat(one.data().path("key").asText()).isEqualTo("2026-03-02");
        });
        clock.set(CleanSlate.START.plus(Duration.ofHours(111)).minusMillis(1));
        lookouts.look();
        assertThat(raised("day.close_overdue")).isEmpty();
        clock.set(CleanSlate.START.plus(Duration.ofHours(111)));
        lookouts.look();
        lookouts.look();
        assertThat(raised("day.close_overdue"))
                .singleElement()
                .satisfies(one -> assertThat(one.data().path("day").asText()).isEqualTo("2026-03-02"));
    }

    @Test
    @DisplayName(
            "remind of what is owed, once a day and once four hours before its target, and of nothing that is answered")
    void reminders() {
        marketplace.inquiry("i");
        var answered = marketplace.inquiry("j", new BuyerId("b"), marketplace.supplier("other"), "Pumps", "a pump");
        marketplace.reply(answered);
        marketplace.pass(Duration.ofDays(2).minusMillis(1));
        lookouts.look();
        assertThat(raised("reply.due_soon")).isEmpty();
        marketplace.pass(Duration.ofMillis(1));
        lookouts.look();
        lookouts.look();
        assertThat(raised("reply.due_soon")).singleElement().satisfies(one -> {
            assertThat(one.about()).isEqualTo("i");
            assertThat(one.data().path("before").asText()).isEqualTo("PT24H");
        });
        marketplace.pass(Duration.ofHours(20));
        lookouts.look();
        assertThat(raised("reply.due_soon"))
                .extracting(one -> one.data().path("before").asText())
                .containsExactly("PT24H", "PT4H");
    }

    @Test
    @DisplayName("remind after a standstill of what still lies ahead, once, and of nothing whose target has passed")
    void standstill() {
        marketplace.inquiry("i");
        lookouts.look();
        marketplace.pass(Duration.ofHours(1));
        marketplace.inquiry("j", new BuyerId("b"), marketplace.supplier("other"), "Pumps", "a pump");
        marketplace.pass(Duration.ofHours(71));
        lookouts.look();
        assertThat(raised("reply.due_soon")).singleElement().satisfies(one -> {
            assertThat(one.about()).isEqualTo("j");
            assertThat(one.data().path("before").asText()).isEqualTo("PT4H");
        });
    }

    @Test
    @DisplayName("remind of a consultation that is open four hours before its day ends, and of none that is answered")
    void chatReminders() {
        chats.asks(Chats.ANNA);
        chats.asks(Chats.BEN);
        chats.writes(Chats.BEN);
        marketplace.pass(Duration.ofHours(10).minusMillis(1)); // just before 20:00 in Shanghai
        lookouts.look();
        assertThat(raised("reply.due_soon")).isEmpty();
        marketplace.pass(Duration.ofMillis(1));
        lookouts.look();
        lookouts.look();
        assertThat(raised("reply.due_soon")).singleElement().satisfies(one -> {
            assertThat(one.track()).isEqualTo("CHAT");
            assertThat(one.data().path("account").asText()).isEqualTo(Chats.ANNA.value());
            assertThat(one.data().path("dueAt").asText()).isEqualTo("2026-03-02T16:00:00Z");
        });
    }

    @Test
    @DisplayName("cost an inquiry one batch more while somebody takes them, whatever there is to tell")
    void statements() {
        marketplace.inquiry("warm");
        var sent = counted.during(() -> marketplace.inquiry("i"));
        assertThat(sent.stream().filter(trip -> trip.toString().contains("hourglass.event")))
                .hasSize(1);
    }

    @Test
    @DisplayName("have nobody's id but those of cases and suppliers in them, and no text that somebody wrote")
    void nobodysWords() {
        var secret = new BuyerId("buyer-with-a-name");
        marketplace.inquiry("i", secret, Marketplace.SUPPLIER, "Pumps", "my telephone is 12345");
        marketplace.pass(Duration.ofDays(6));
        assertThat(jdbc.sql("select data from hourglass.event")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(4)
                .noneMatch(data -> data.contains("buyer-with-a-name") || data.contains("12345"));
    }
}
