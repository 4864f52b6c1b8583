package io.hourglass.chat.process;

import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.Rivals;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.bpmn.ChatNodes;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.intake.RecordChat.Recorded;
import io.hourglass.chat.intake.RecordChat.Reports;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.engine.DueTimers;
import io.hourglass.engine.SettableClock;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.rate.Recount;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What happens in chat at the same moment, truly: real threads, and a real database below. */
@HourglassTest
abstract class ChatRaces {

    private static final int ROUNDS = 40;
    private static final int CROWD = 8;
    private static final int MESSAGES = 40;

    /** Of the second of March in Shanghai. */
    private static final Instant DAY_ENDS = Instant.parse("2026-03-02T16:00:00Z");

    private static final Instant CLOSE = DAY_ENDS.plus(Duration.ofHours(6));
    private static final LocalDate NEXT = LocalDate.of(2026, 3, 3);

    @Autowired
    private Chats chats;

    @Autowired
    private RecordChat record;

    @Autowired
    private Consultations consultations;

    @Autowired
    private ChatAccounts accounts;

    @Autowired
    private Facts facts;

    @Autowired
    private BookDays days;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private Recount recount;

    @Autowired
    private CheckLedger check;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private ManagementService management;

    @Autowired
    private DueTimers timers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private static BuyerId buyer(int number) {
        return new BuyerId("buyer-" + number);
    }

    private ChatReport asked(BuyerId buyer, AccountId account) {
        return chats.report(ChatFactKind.ASKED, buyer, account).build();
    }

    private void assertOneOpen(ConsultationId id) {
        assertThat(consultations.find(id)).isPresent();
        assertThat(processes.waitsOf("chat", id.value())).containsExactly(ChatNodes.KEEP_CONSULTATION_OPEN);
        assertThat(processes.dueOf("chat", id.value())).containsExactly(DAY_ENDS);
        assertThat(chats.booked(id)).isEmpty();
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("of one message that is sent many times at once one is new, with one consultation and one process")
    void sameMessage(int round) {
        var report = asked(buyer(round), ANNA);
        var answers = Rivals.crowd(CROWD, number -> record.record(report));

        assertThat(answers).filteredOn(Recorded::isNew).hasSize(1);
        assertThat(answers)
                .extracting(Recorded::fact)
                .containsOnly(answers.get(0).fact());
        assertThat(consultations.count()).isEqualTo(1);
        assertThat(facts.of(List.of(answers.get(0).id())).values())
                .singleElement()
                .satisfies(of -> assertThat(of).hasSize(1));
        assertOneOpen(answers.get(0).id());
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("many first messages of a buyer to an account at once are one consultation, which keeps them all")
    void firstMessages(int round) {
        var first = marketplace.now().minusSeconds(CROWD);
        var reports = IntStream.range(0, CROWD)
                .mapToObj(
                        number -> asked(buyer(round), ANNA).withOccurredAt(first.plusSeconds((number + round) % CROWD)))
                .toList();
        var answers = Rivals.crowd(CROWD, number -> record.record(reports.get(number)));

        assertThat(answers)
                .allMatch(Recorded::isNew)
                .extracting(Recorded::id)
                .containsOnly(answers.get(0).id());
        assertThat(facts.of(List.of(answers.get(0).id())).get(answers.get(0).id()))
                .hasSize(CROWD);
        assertThat(consultations.on(NEXT.minusDays(1))).singleElement().satisfies(kept -> assertThat(kept.openedAt())
                .isEqualTo(first));
        assertOneOpen(answers.get(0).id());
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("a new day, a new shop and a new account that many buyers name at once are there once, with one close")
    void newDay(int round) {
        var account = new AccountId("account-" + round);
        var answers = Rivals.crowd(CROWD, number -> record.record(asked(buyer(number), account)));
        assertThat(answers).allMatch(Recorded::isNew);
        assertThat(consultations.count()).isEqualTo(CROWD);
        assertThat(days.latest(ConsultationId.CHAT, CROWD)).hasSize(1);
        assertThat(accounts.of(SHOP)).hasSize(1);
        answers.forEach(answer -> assertOneOpen(answer.id()));
    }

    @ParameterizedTest(name = "written {0} ms after the end of the day: {1}")
    @CsvSource({"-1, ANSWERED", "0, UNANSWERED"})
    @DisplayName("a message and the end of the day at one moment end as the facts say, in one end, and in no exception")
    void messageAgainstEndOfDay(long after, ChatState expected) {
        var cases = IntStream.range(0, ROUNDS)
                .mapToObj(round -> record.record(asked(buyer(round), ANNA)).id())
                .toList();
        var jobs = cases.stream().map(this::timerOf).toList();
        clock.set(DAY_ENDS);
        for (var round = 0; round < ROUNDS; round++) {
            var written = chats.report(ChatFactKind.WROTE, buyer(round), ANNA)
                    .author(AuthorKind.HUMAN)
                    .occurredAt(DAY_ENDS.plusMillis(after))
                    .build();
            var job = jobs.get(round);
            Rivals.race(round, () -> record.record(written), () -> timers.fire(job));
        }
        assertThat(cases).allSatisfy(id -> {
            assertThat(chats.booked(id)).endsWith(expected).doesNotHaveDuplicates();
            assertThat(processes.waitsOf("chat", id.value())).isEmpty();
        });
    }

    private String timerOf(ConsultationId id) {
        var process = processes.living("chat", id.value());
        return management
                .createJobQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getId();
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    @DisplayName("a message that comes at the very close is in the books and in the number, or late and in neither")
    void messageAgainstClose(int round) throws IOException {
        var cases = IntStream.range(0, CROWD)
                .mapToObj(number -> record.record(asked(buyer(number), ANNA)).id())
                .toList();
        marketplace.passTo(CLOSE.minusMillis(1));
        var answers = Collections.synchronizedList(new ArrayList<Recorded>());
        Rivals.race(
                round,
                () -> cases.forEach(id -> answers.add(
                        chats.writes(ANNA, buyer(answers.size()), AuthorKind.HUMAN, DAY_ENDS.minusMillis(1)))),
                () -> marketplace.passTo(CLOSE));

        var inTime = answers.stream().filter(answer -> !answer.fact().late()).toList();
        assertThat(cases)
                .filteredOn(id -> chats.booked(id).contains(ChatState.ANSWERED))
                .containsExactlyInAnyOrderElementsOf(
                        inTime.stream().map(Recorded::id).toList());
        assertThat(numbers.on(ConsultationId.CHAT, NEXT)).hasSize(2).allSatisfy(number -> assertThat(number)
                .extracting(PublishedNumber::timely, PublishedNumber::countable)
                .containsExactly(inTime.size(), CROWD));
        assertThat(recount.of(new Subject(ConsultationId.CHAT, SHOP.value()), NEXT, null)
                        .equal())
                .isTrue();
        marketplace.pass(Duration.ofDays(1));
        assertThat(check.check(ConsultationId.CHAT, null, null).findings()).isEmpty();
    }

    @Test
    @DisplayName("of a mark and a first message at one moment neither is lost: the day counts what the facts say")
    void markAgainstMessage() {
        var staff = new BuyerId("staff");
        for (var round = 0; round < ROUNDS; round++) {
            var account = new AccountId("account-" + round);
            var marked = round % 4 < 2 ? staff : buyer(round);
            Rivals.race(
                    round,
                    () -> chats.records(chats.report(ChatFactKind.ASKED, marked, account)),
                    () -> chats.marks(ChatFactKind.MARKED_STAFF, marked, null, marketplace.now()));
        }
        chats.asks(BUYER, ANNA, marketplace.now());
        assertThat(consultations.count()).isEqualTo(ROUNDS + 1);
        marketplace.passTo(CLOSE);
        assertThat(numbers.on(ConsultationId.CHAT, NEXT))
                .filteredOn(number -> number.countable() > 0)
                .extracting(number -> number.subject().id())
                .containsExactly(":anna", SHOP.value());
        assertThat(consultations.on(NEXT.minusDays(1)))
                .filteredOn(kept -> !kept.buyer().equals(BUYER))
                .allSatisfy(kept -> assertThat(chats.booked(kept.id())).endsWith(ChatState.EXCLUDED));
    }

    @Test
    @DisplayName("two batches of the same consultations in opposite orders at once both come through")
    void oppositeOrders() {
        for (var round = 0; round < CROWD; round++) {
            var name = "round-" + round + "-";
            var answers = Rivals.crowd(2, order -> {
                var reports = new ArrayList<ChatReport>(IntStream.range(0, MESSAGES)
                        .mapToObj(number -> asked(new BuyerId(name + number), number % 2 == 0 ? ANNA : BEN))
                        .toList());
                if (order == 1) {
                    Collections.reverse(reports);
                }
                return record.recordAll(new Reports(reports));
            });
            assertThat(answers).flatExtracting(all -> all).allSatisfy(taken -> assertThat(taken.refusal())
                    .isNull());
        }
        assertThat(consultations.count()).isEqualTo((long) CROWD * MESSAGES);
        assertThat(facts.of(consultations.on(NEXT.minusDays(1)).stream()
                                .map(kept -> kept.id())
                                .toList())
                        .values())
                .allSatisfy(of -> assertThat(of).hasSize(2));
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("messages sent in batches and one by one at once are kept once each, and every call is answered")
    void batchAgainstSingle(int round) {
        var bodies = IntStream.range(0, MESSAGES)
                .mapToObj(number -> message(round, number))
                .toList();
        var kept = Rivals.crowd(4, number -> {
            var mine = new ArrayList<>(bodies);
            Collections.shuffle(mine, new Random(number));
            return number % 2 == 0 ? sentTogether(mine) : sentOneByOne(mine);
        });
        assertThat(kept.stream().mapToInt(Integer::intValue).sum()).isEqualTo(MESSAGES);

        var day = consultations.on(NEXT.minusDays(1));
        assertThat(day).hasSize(MESSAGES / 4);
        assertThat(facts.of(day.stream().map(one -> one.id()).toList()).values())
                .allSatisfy(of -> assertThat(of).hasSize(4));
        assertThat(day).allSatisfy(one -> {
            assertThat(chats.booked(one.id())).endsWith(ChatState.ANSWERED);
            assertThat(processes.waitsOf("chat", one.id().value())).isEmpty();
        });
    }

    /** Of each buyer three questions and the answer to all of them. */
    private static String message(int round, int number) {
        return "{\"id\": \"m-%d-%d\", \"buyer\": \"buyer-%d\", \"account\": \"anna\", \"shop\": \"shop-1\", \"author\": \"%s\"}"
                .formatted(round, number, number / 4, number % 4 == 3 ? "HUMAN" : "BUYER");
    }

    /** In two halves. */
    private int sentTogether(List<String> bodies) {
        var half = bodies.size() / 2;
        return Stream.of(bodies.subList(0, half), bodies.subList(half, bodies.size()))
                .map(part -> sent(post("/api/chat/messages/batch"), "{\"messages\": " + part + "}"))
                .mapToInt(answer -> JsonPath.<Integer>read(body(answer), "$.kept"))
                .sum();
    }

    private int sentOneByOne(List<String> bodies) {
        return (int) bodies.stream()
                .map(body -> sent(post("/api/chat/messages"), body))
                .filter(answer -> answer.getStatus() == 201)
                .count();
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder call, String body) {
        try {
            var answer = mvc.perform(
                            call.contentType(MediaType.APPLICATION_JSON).content(body))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(body(answer)).isBetween(200, 201);
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("what is said of one account, or of one buyer's registration, many times at once is all taken")
    void saidAtOnce(int round) {
        Rivals.crowd(
                CROWD,
                number -> sent(
                        put("/api/chat/accounts/account-" + round),
                        "{\"shop\": \"shop-1\", \"name\": \"Name %d\"}".formatted(number)));
        Rivals.crowd(
                CROWD,
                number -> sent(
                        put("/api/buyers/buyer-" + round + "/registration"),
                        "{\"registeredAt\": \"2026-03-02T01:55:0%dZ\"}".formatted(number)));
        assertThat(accounts.all()).hasSize(1);
    }
}
