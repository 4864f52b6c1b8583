package io.hourglass.dispute.chats;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.bpmn.DisputeNodes;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.DecisionEffect;
import io.hourglass.dispute.DisputeRefused;
import io.hourglass.dispute.DisputeRefused.Reason;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.rate.Recount;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("A dispute of the verdict on a consultation")
class DisputedConsultationTest {

    /** The second of March in Shanghai ends at 16:00 in UTC. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    private static final Instant DAY_BEGINS = DAY_ENDS.minus(Duration.ofDays(1));
    private static final Instant CLOSE = DAY_ENDS.plus(Duration.ofHours(6));

    /** The start of the second of April there: thirty days after the third of March, on which the day was locked. */
    private static final Instant LAST = Instant.parse("2026-04-01T16:00:00Z");

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private DecisionEffect effects;

    @Autowired
    private RestatedNumbers restated;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private Recount recount;

    @Autowired
    private CheckLedger check;

    @Autowired
    private MockMvc http;

    private ConsultationId anna;
    private ConsultationId ben;

    /** Of two consultations that day the one with Ben is answered. */
    @BeforeEach
    void oneOfTwo() {
        anna = chats.asks(ANNA).id();
        ben = chats.asks(BEN).id();
        chats.writes(BEN);
    }

    private static Claim wrote(Instant at) {
        return new Claim(ChatFactKind.WROTE, at, AuthorKind.HUMAN, null);
    }

    private static Claim about(ChatFactKind kind, @Nullable AuthorKind author, FactId fact) {
        return new Claim(kind, null, author, fact);
    }

    private Dispute raise(String id, ConsultationId consultation, Claim claim) {
        return raise.raise(new RaiseDispute.Raised(
                        new DisputeId(id), consultation, claim, "An export of the chat.", "li.wei"))
                .dispute();
    }

    private Dispute accept(String id) {
        return decide.decide(new DecideDispute.Decided(
                new DisputeId(id), true, "It shows.", marketplace.now().isBefore(CLOSE) ? operations() : auditor()));
    }

    private Subject subject(String id) {
        return new Subject(ConsultationId.CHAT, id);
    }

    private void assertEqualWhenRecounted(LocalDate on) {
        for (var id : new String[] {":anna", ":ben", SHOP.value()}) {
            assertThat(recount.of(subject(id), on, null).equal()).as(id).isTrue();
        }
    }

    private void assertRefused(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(DisputeRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    @Test
    @DisplayName("accepted before the close becomes a fact of the account's, and the judge decides")
    void takenAsFact() {
        marketplace.passTo(DAY_ENDS.plusSeconds(1));
        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED);
        assertThat(raise("d", anna, wrote(DAY_ENDS.minusMillis(1))).contested()).isEqualTo(ChatState.UNANSWERED);
        assertThat(processes.waitsOf("dispute", "d")).containsExactly(DisputeNodes.DECIDE_DISPUTE);

        var decided = accept("d");
        assertThat(decided.state()).isEqualTo(DisputeState.TAKEN_AS_FACT);
        assertThat(decided.decision()).isNotNull().satisfies(decision -> assertThat(decision.verdict())
                .isEqualTo(ChatState.ANSWERED));
        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED, ChatState.ANSWERED);
        assertThat(processes.waitsOf("dispute", "d")).isEmpty();
        assertThat(restated.of(new DisputeId("d"))).isEmpty();
        marketplace.passTo(CLOSE);
        assertEqualWhenRecounted(FIRST);
    }

    @Test
    @DisplayName("accepted after the close restates the numbers of the account and of its shop, of no other account")
    void restated() throws IOException {
        marketplace.passTo(CLOSE.plus(Duration.ofDays(1)));
        raise("d", anna, wrote(DAY_ENDS.minusMillis(1)));
        var expected = effects.ofAccepting(new DisputeId("d"), auditor());
        assertThat(expected.after()).isEqualTo(ChatState.ANSWERED);
        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED);

        assertThat(accept("d").state()).isEqualTo(DisputeState.RESTATED);
        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED, ChatState.ANSWERED);
        assertThat(restated.of(new DisputeId("d")))
                .extracting(
                        number -> number.subject().id(),
                        RestatedNumber::publishedOn,
                        RestatedNumber::timelyBefore,
                        RestatedNumber::countableBefore,
                        RestatedNumber::timely,
                        RestatedNumber::countable,
                        RestatedNumber::crossed,
                        RestatedNumber::part)
                .containsExactly(
                        tuple(":anna", FIRST, 0, 1, 1, 1, null, "anna"),
                        tuple("shop-1", FIRST, 1, 2, 2, 2, null, null),
                        tuple(":anna", FIRST.plusDays(1), 0, 1, 1, 1, null, "anna"),
                        tuple("shop-1", FIRST.plusDays(1), 1, 2, 2, 2, null, null));
        assertThat(restated.of(new DisputeId("d")))
                .usingRecursiveComparison()
                .ignoringFields("at")
                .ignoringCollectionOrder()
                .isEqualTo(expected.numbers());
        assertThat(numbers.revisionsOf(subject(":ben"), FIRST, FIRST))
                .singleElement()
                .extracting(PublishedNumber::revision)
                .isEqualTo(1);
        assertEqualWhenRecounted(FIRST);
        assertEqualWhenRecounted(FIRST.plusDays(1));
        marketplace.pass(Duration.ofDays(1));
        assertThat(check.check(ConsultationId.CHAT, null, null).findings()).isEmpty();
    }

    @Test
    @DisplayName("takes an answer back, or gives it another author, as the last word in closed books")
    void corrected() {
        var answer = chats.writes(BEN).fact().fact().id();
        var first = chats.writes(BEN, BUYER, AuthorKind.AUTO_REPLY, marketplace.now());
        marketplace.passTo(CLOSE.plus(Duration.ofHours(1)));
        raise("d", ben, about(ChatFactKind.RECLASSIFIED, AuthorKind.AUTO_REPLY, answer));
        assertThat(accept("d").state()).isEqualTo(DisputeState.WITHOUT_EFFECT);
        var asked = chats.asks(BEN); // of the next day
        raise(
                "e",
                ben,
                about(
                        ChatFactKind.RECLASSIFIED,
                        AuthorKind.HUMAN,
                        first.fact().fact().id()));
        assertThat(accept("e").state()).isEqualTo(DisputeState.WITHOUT_EFFECT);
        assertThatThrownBy(() -> raise(
                        "f",
                        ben,
                        about(ChatFactKind.RETRACTED, null, asked.fact().fact().id())))
                .isInstanceOf(NotFound.class);
        assertThat(chats.booked(ben)).containsExactly(ChatState.ANSWERED);
    }

    @Test
    @DisplayName(
            "of the only answer that was none makes the consultation unanswered, and the opening's retraction none at all")
    void undone() {
        var asked = chats.asks(BUYER, carl(), marketplace.now());
        var answer = chats.writes(carl());
        marketplace.passTo(CLOSE.plus(Duration.ofHours(1)));
        raise(
                "d",
                asked.id(),
                about(ChatFactKind.RETRACTED, null, answer.fact().fact().id()));
        accept("d");
        assertThat(chats.booked(asked.id())).containsExactly(ChatState.ANSWERED, ChatState.UNANSWERED);
        raise(
                "e",
                asked.id(),
                about(ChatFactKind.RETRACTED, null, asked.fact().fact().id()));
        accept("e");
        assertThat(chats.booked(asked.id())).endsWith(ChatState.VOID);
        assertThat(numbers.find(subject(":carl"), FIRST))
                .get()
                .extracting(PublishedNumber::countable)
                .isEqualTo(0);
        assertEqualWhenRecounted(FIRST);
    }

    private static AccountId carl() {
        return new AccountId("carl");
    }

    @Test
    @DisplayName("claims what happened on the natural day: from its first instant on, before its end, and not ahead")
    void onTheDay() {
        assertThatThrownBy(() -> raise("a", anna, wrote(marketplace.now().plusMillis(1))))
                .isInstanceOf(InvalidInput.class);
        marketplace.passTo(CLOSE);
        for (var at : new Instant[] {DAY_BEGINS.minusMillis(1), DAY_ENDS}) {
            assertThatThrownBy(() -> raise("b", anna, wrote(at)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class, e -> assertThat(e.field()).isEqualTo("claim.occurredAt"));
        }
        raise("c", anna, wrote(DAY_BEGINS));
        assertRefused(Reason.ANOTHER_IS_OPEN, () -> raise("d", anna, wrote(DAY_ENDS.minusMillis(1))));
        accept("c");
        assertThat(chats.booked(anna)).as("written before anybody asked").containsExactly(ChatState.UNANSWERED);
        accept(raise("d", anna, wrote(DAY_ENDS.minusMillis(1))).id().value());
        assertThat(chats.booked(anna)).endsWith(ChatState.ANSWERED);
    }

    @Test
    @DisplayName(
            "can be raised until thirty natural days after the day on which its books close, and lapses after thirty more")
    void inTime() {
        marketplace.passTo(LAST);
        var raised = raise("d", anna, wrote(DAY_ENDS.minusMillis(1)));
        assertThat(raised.decideBy()).isEqualTo(LAST.plus(Duration.ofDays(30)));
        marketplace.pass(Duration.ofMillis(1));
        assertRefused(Reason.TOO_LATE, () -> raise("e", ben, wrote(DAY_ENDS.minusMillis(1))));
        marketplace.passTo(raised.decideBy());
        assertThat(processes.waitsOf("dispute", "d")).isEmpty();
        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED);
    }

    @Test
    @DisplayName("takes no claim of another track, no field too many, and no consultation that there is none of")
    void badInput() {
        marketplace.passTo(CLOSE);
        assertField("claim.kind", new Claim(InquiryFactKind.REPLIED, DAY_BEGINS, AuthorKind.HUMAN, null));
        assertField("claim.kind", new Claim(ChatFactKind.MARKED_OWN, DAY_BEGINS, null, null));
        assertField("claim.author", new Claim(ChatFactKind.WROTE, DAY_BEGINS, null, null));
        assertField("claim.occurredAt", new Claim(ChatFactKind.WROTE, null, AuthorKind.HUMAN, null));
        assertField("claim.about", new Claim(ChatFactKind.RETRACTED, null, null, null));
        assertThatThrownBy(() -> raise("d", new ConsultationId("none"), wrote(DAY_BEGINS)))
                .isInstanceOf(NotFound.class);
    }

    private void assertField(String field, Claim claim) {
        assertThatThrownBy(() -> raise("d", anna, claim))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    @DisplayName(
            "is raised by its shop over the API, read with its track and case, and found among the shop's disputes")
    void api() throws Exception {
        marketplace.passTo(CLOSE.plus(Duration.ofHours(1)));
        var body =
                """
                {"id": "d", "evidence": "An export.", "claim": {"kind": "WROTE", "occurredAt": "%s", "author": "HUMAN"}}"""
                        .formatted(DAY_ENDS.minusMillis(1));
        var address = "/api/chat/consultations/" + anna.value() + "/disputes";
        http.perform(post(address)
                        .with(as(supplier("shop-2")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isNotFound());
        http.perform(post(address)
                        .with(as(supplier("shop-1")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.track").value("CHAT"))
                .andExpect(jsonPath("$.caseId").value(anna.value()))
                .andExpect(jsonPath("$.inquiry").doesNotExist())
                .andExpect(jsonPath("$.contested").value("UNANSWERED"));
        http.perform(post(address)
                        .with(as(supplier("shop-1")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk());
        accept("d");
        http.perform(get(address).with(as(auditor())))
                .andExpect(jsonPath("$[0].decision.verdict").value("ANSWERED"))
                .andExpect(jsonPath("$[0].restated[*].timely").value(contains(1, 2)));
        http.perform(get("/api/suppliers/shop-1/disputes").with(as(supplier("shop-1"))))
                .andExpect(jsonPath("$[0].id").value("d"));
        http.perform(get("/api/restatements?from=2026-03-03&to=2026-03-03").with(as(auditor())))
                .andExpect(jsonPath("$[*].subject").value(contains(":anna", "shop-1")))
                .andExpect(jsonPath("$[0].caseId").value(anna.value()));
    }
}
