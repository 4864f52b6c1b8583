package io.hourglass.batch;

import static io.hourglass.CountedStatements.statementsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CleanSlate;
import io.hourglass.CountedStatements;
import io.hourglass.CountedStatements.Trip;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.access.web.As;
import io.hourglass.engine.DueTimers;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@HourglassTest
@TestPropertySource(properties = "camunda.bpm.history-level=none")
@DisplayName("To the database go")
class StatementCountTest {

    private static final int GROUP = 50;

    @Autowired
    private CountedStatements counted;

    @Autowired
    private BatchRun groups;

    @Autowired
    private SubmitInquiry submit;

    @Autowired
    private RecordFact record;

    @Autowired
    private DueTimers timers;

    @Autowired
    private ManagementService management;

    @Autowired
    private Policies policies;

    @Autowired
    private SettableClock clock;

    @Autowired
    private KeyRing keys;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    /** The supplier is known, the day is open, and the engine has read its model. */
    @BeforeEach
    void warm() {
        submit.submit(submission("warm"));
        record.record(fact("warm-reply", "warm", InquiryFactKind.REPLIED));
    }

    @Test
    @DisplayName("for a new inquiry alone at most 14 statements in 13 round trips")
    void submission() {
        assertSent(counted.during(() -> submit.submit(submission("i"))), 13, 14);
    }

    @Test
    @DisplayName(
            "to know the caller by its key one statement in one round trip, whatever the call, and its use once in minutes")
    void key() {
        var key = usedKey(Scope.READ);
        var sent =
                counted.during(() -> call(get("/api/policy").with(anonymous()).header("X-API-Key", key)));
        assertThat(sent).containsExactly(new Trip("select * from hourglass.api_key where id = ?", 1));
    }

    @Test
    @DisplayName("for a new inquiry over HTTP with a key at most 23 statements in 22 round trips")
    void submissionByKey() {
        var key = usedKey(Scope.SUBMIT);
        var inquiry = "{\"id\": \"i\", \"buyer\": \"buyer-of-i\", \"supplier\": \"supplier\"}";
        var sent = counted.during(() -> call(post("/api/inquiries")
                .with(anonymous())
                .header("X-API-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(inquiry)));
        assertSent(sent, 22, 23);
    }

    private String usedKey(Scope scope) {
        var key = keys.make("backend", Set.of(scope), As.operations()).secret();
        var first = counted.during(() -> keys.callerWith(key));
        assertThat(first)
                .hasSize(2)
                .last()
                .isEqualTo(new Trip("update hourglass.api_key set last_used_at = ? where id = ?", 1));
        return key;
    }

    @Test
    @DisplayName("for the list of a supplier's published numbers as many statements, however long it is")
    void numbers() {
        marketplace.pass(Duration.ofDays(5));
        var list = get("/api/suppliers/supplier/published-numbers?from=2026-03-01&to=2026-03-31");
        var ofOne = counted.during(() -> call(list));
        marketplace.pass(Duration.ofDays(10));
        var ofEleven = counted.during(() -> call(list));
        assertThat(ofEleven).hasSameSizeAs(ofOne).hasSize(3);
    }

    @Test
    @DisplayName("for a trace at most 27 statements, however many facts it has")
    void trace() {
        call(get("/api/inquiries/warm/trace")); // the models' names are read once
        IntStream.range(0, 10)
                .forEach(number -> record.record(fact("more-" + number, "warm", InquiryFactKind.REPLIED)));
        assertSent(counted.during(() -> call(get("/api/inquiries/warm/trace"))), 27, 27);
    }

    private void call(RequestBuilder request) {
        try {
            mvc.perform(request).andExpect(status().is2xxSuccessful());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("for fifty new inquiries together at most 260 statements in 15 round trips")
    void submissions() {
        assertSent(counted.during(() -> together(number -> submission("i-" + number))), 15, 260);
    }

    @Test
    @DisplayName("for a reply alone at most 15 statements in 14 round trips")
    void reply() {
        submit.submit(submission("i"));
        assertSent(counted.during(() -> record.record(fact("r", "i", InquiryFactKind.REPLIED))), 14, 15);
    }

    @Test
    @DisplayName("for fifty replies together at most 260 statements in 15 round trips")
    void replies() {
        together(number -> submission("i-" + number));
        var sent =
                counted.during(() -> together(number -> fact("r-" + number, "i-" + number, InquiryFactKind.REPLIED)));
        assertSent(sent, 15, 260);
    }

    @Test
    @DisplayName("for a deadline that passes alone at most 19 statements in as many round trips")
    void deadline() {
        submit.submit(submission("i"));
        pass();
        var job = dueTimers().get(0);
        assertSent(counted.during(() -> timers.fire(job)), 19, 19);
    }

    @Test
    @DisplayName("for fifty deadlines that pass together at most 313 statements in 19 round trips")
    void deadlines() {
        together(number -> submission("i-" + number));
        pass();
        var jobs = dueTimers();
        assertThat(jobs).hasSize(GROUP);
        assertSent(counted.during(() -> timers.fire(jobs)), 19, 313);
    }

    @Test
    @DisplayName(
            "for fifty requests for alternatives that find nobody together at most 322 statements in 25 round trips")
    void alternatives() {
        together(number -> submission("i-" + number));
        pass();
        timers.fire(dueTimers());
        var sent = counted.during(
                () -> together(number -> fact("a-" + number, "i-" + number, InquiryFactKind.ALTERNATIVES_REQUESTED)));
        assertSent(sent, 25, 322);
    }

    /** The deadlines. A node reads the versions of the reply policy once a natural day. */
    private void pass() {
        clock.set(CleanSlate.START.plus(Duration.ofHours(73)));
        policies.all();
    }

    /** Every two thousand ids the engine fetches the next block of them: that may fall into any test. */
    private static void assertSent(List<Trip> all, int roundTrips, int statements) {
        var sent = all.stream()
                .filter(trip -> !trip.sql().contains("ACT_GE_PROPERTY"))
                .toList();
        assertThat(sent).hasSizeLessThanOrEqualTo(roundTrips);
        assertThat(statementsIn(sent)).as("statements in %s", sent).isLessThanOrEqualTo(statements);
    }

    private void together(IntFunction<Object> arguments) {
        var calls = IntStream.range(0, GROUP)
                .mapToObj(arguments)
                .map(argument -> new Call(argument, () -> perform(argument)))
                .toList();
        groups.run(calls);
        calls.forEach(Call::await);
    }

    private Object perform(Object argument) {
        return argument instanceof Submission submission
                ? submit.submit(submission)
                : record.record((FactReport) argument);
    }

    private List<String> dueTimers() {
        return management.createJobQuery().timers().executable().list().stream()
                .map(Job::getId)
                .toList();
    }

    private static Submission submission(String id) {
        return Submission.builder()
                .id(new InquiryId(id))
                .buyer(new BuyerId("buyer-of-" + id))
                .supplier(new SupplierId("supplier"))
                .channel(Channel.WEB)
                .receivedAt(CleanSlate.START)
                .build();
    }

    private FactReport fact(String id, String inquiry, InquiryFactKind kind) {
        return FactReport.builder()
                .id(new FactId(id))
                .inquiry(new InquiryId(inquiry))
                .kind(kind)
                .author(kind == InquiryFactKind.REPLIED ? AuthorKind.HUMAN : null)
                .channel(Channel.WEB)
                .occurredAt(clock.instant())
                .build();
    }
}
