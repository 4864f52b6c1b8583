package io.hourglass.operations.web;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.access.web.As;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.operations.work.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Operations in the API")
class OperationsApiTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant BOOKS_CLOSE = Instant.parse("2026-03-06T16:00:00Z");
    private static final SupplierId SUPPLIER = new SupplierId("s1");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private SettableClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Incidents incidents;

    @Autowired
    private SupplierProfiles profiles;

    @Autowired
    private ActionLog log;

    private ResultActions posted(String path, String json) throws Exception {
        return mvc.perform(post(path)
                .with(as(As.operations()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private void inquiry(String id) {
        marketplace.inquiry(id, new BuyerId("of " + id), SUPPLIER, marketplace.now(), null);
    }

    private String failedClose() {
        inquiry("i");
        processes.failClose(MONDAY, BOOKS_CLOSE, 1);
        return incidents.all(0, 1).get(0).id();
    }

    @Test
    @DisplayName(
            "what is stopped is named in the overview, the incidents, the map, and the body of the health, with 200")
    void stopped() throws Exception {
        inquiry("i");
        inquiry("j");
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components.engine.details.suspendedInstances")
                        .value(0));
        var suspended = processes.of(new InquiryId("i")).getId();
        runtime.suspendProcessInstanceById(suspended);
        var dead = management
                .createJobQuery()
                .processInstanceId(processes.of(new InquiryId("j")).getId())
                .singleResult();
        management.setJobRetries(dead.getId(), 0);
        for (var path : List.of("/api/operations/overview", "/api/incidents")) {
            mvc.perform(get(path))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.stopped.definitions").value(0))
                    .andExpect(jsonPath("$.stopped.steps").value(0))
                    .andExpect(jsonPath("$.stopped.instances").value(1))
                    .andExpect(jsonPath("$.stopped.jobs").value(0))
                    .andExpect(jsonPath("$.stopped.withoutRetries").value(1))
                    .andExpect(jsonPath("$.suspended", hasSize(1)))
                    .andExpect(jsonPath("$.suspended[0].kind").value("INSTANCE"))
                    .andExpect(jsonPath("$.suspended[0].key").value("i"))
                    .andExpect(jsonPath("$.suspended[0].process").value("inquiry"))
                    .andExpect(jsonPath("$.suspended[0].instance").value(suspended))
                    .andExpect(jsonPath("$.incidents[0].id").value(dead.getId()))
                    .andExpect(jsonPath("$.incidents[0].retriesLeft").value(0))
                    .andExpect(jsonPath("$.incidents[0].message").doesNotExist());
        }
        mvc.perform(get("/api/process-map"))
                .andExpect(jsonPath("$.suspended").value(false))
                .andExpect(jsonPath("$.steps[0].instances").value(2))
                .andExpect(jsonPath("$.steps[0].stopped").value(2));
        mvc.perform(get("/api/process-map/waiting").param("step", InquiryNodes.KEEP_CASE_OPEN))
                .andExpect(jsonPath("$.waiting[*].stopped").value(contains(true, true)));
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("DEGRADED"))
                .andExpect(jsonPath("$.components.engine.details.suspendedDefinitions")
                        .value(0))
                .andExpect(jsonPath("$.components.engine.details.suspendedInstances")
                        .value(1))
                .andExpect(jsonPath("$.components.engine.details.jobsWithoutRetries")
                        .value(1));
        mvc.perform(get("/actuator/health/readiness"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"));
    }

    @Test
    @DisplayName("the overview counts open inquiries by time left, and names those that break next")
    void open() throws Exception {
        inquiry("early");
        marketplace.pass(Duration.ofHours(71).plusMinutes(30));
        inquiry("late");
        mvc.perform(get("/api/operations/overview"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.open.all").value(2))
                .andExpect(jsonPath("$.open.bands", hasSize(7)))
                .andExpect(jsonPath("$.open.bands[0].underHours").value(0))
                .andExpect(jsonPath("$.open.bands[1].fromHours").value(0))
                .andExpect(jsonPath("$.open.bands[1].underHours").value(1))
                .andExpect(jsonPath("$.open.bands[1].inquiries").value(1))
                .andExpect(jsonPath("$.open.bands[6].fromHours").value(72))
                .andExpect(jsonPath("$.open.bands[6].inquiries").value(1))
                .andExpect(jsonPath("$.breakingNext[0].inquiry").value("early"))
                .andExpect(jsonPath("$.breakingNext[0].supplier").value("s1"))
                .andExpect(jsonPath("$.breakingNext[0].buyer").value("of early"))
                .andExpect(jsonPath("$.breakingNext[0].due")
                        .value(START.plus(Duration.ofDays(3)).toString()))
                .andExpect(jsonPath("$.breakingNext[1].inquiry").value("late"));
    }

    @Test
    @DisplayName(
            "the overview tells today's verdicts, the intake of 25 hours, how late timers are, and how far the closes")
    void rest() throws Exception {
        inquiry("i");
        marketplace.pass(Duration.ofDays(3));
        inquiry("j");
        mvc.perform(get("/api/operations/overview"))
                .andExpect(jsonPath("$.verdictsToday.UNANSWERED").value(1))
                .andExpect(jsonPath("$.intake", hasSize(25)))
                .andExpect(jsonPath("$.intake[0].inquiries").value(0))
                .andExpect(jsonPath("$.intake[24].from").value("2026-03-05T02:00:00Z"))
                .andExpect(jsonPath("$.intake[24].inquiries").value(1))
                .andExpect(jsonPath("$.lateness.timers").value(1))
                .andExpect(jsonPath("$.lateness.most").value("PT0S"))
                .andExpect(jsonPath("$.dueNotFired.jobs").value(0))
                .andExpect(jsonPath("$.closes.next.day").value("2026-03-02"))
                .andExpect(jsonPath("$.closes.next.closesAt").value(BOOKS_CLOSE.toString()))
                .andExpect(jsonPath("$.closes.due", hasSize(0)))
                .andExpect(jsonPath("$.incidentCount").value(0));
    }

    @Test
    @DisplayName("a close that is due says why it is not done: it failed, or awaits an earlier day that did")
    void stuck() throws Exception {
        failedClose();
        clock.set(BOOKS_CLOSE.minus(Duration.ofDays(3)));
        inquiry("on Tuesday");
        clock.set(BOOKS_CLOSE.plus(Duration.ofDays(1)));
        mvc.perform(get("/api/operations/overview"))
                .andExpect(jsonPath("$.closes.due[0].day.day").value("2026-03-02"))
                .andExpect(jsonPath("$.closes.due[0].why").value("FAILED"))
                .andExpect(
                        jsonPath("$.closes.due[0].incident.message").value(containsString(Processes.WHY_A_CLOSE_FAILS)))
                .andExpect(jsonPath("$.closes.due[1].day.day").value("2026-03-03"))
                .andExpect(jsonPath("$.closes.due[1].why").value("AWAITS_EARLIER_DAY"))
                .andExpect(jsonPath("$.incidentCount").value(1));
    }

    @Test
    @DisplayName("a failed step is retried with a reason, which is in the ledger with who gave it")
    void retry() throws Exception {
        var id = failedClose();
        mvc.perform(get("/api/incidents"))
                .andExpect(jsonPath("$.count").value(1))
                .andExpect(jsonPath("$.incidents[0].id").value(id))
                .andExpect(jsonPath("$.incidents[0].step").value(DayCloseNodes.SETTLE_DAY))
                .andExpect(jsonPath("$.incidents[0].retriesLeft").value(4));
        posted("/api/incidents/" + id + "/retries", "{\"reason\": \" The disk has room again. \"}")
                .andExpect(status().isAccepted());
        assertThat(incidents.find(id).orElseThrow().retriesLeft()).isEqualTo(5);
        assertThat(log.latest(0, 10)).singleElement().satisfies(done -> {
            assertThat(done.by()).isEqualTo("olga");
            assertThat(done.action()).isEqualTo(Action.RETRY_A_FAILED_STEP);
            assertThat(done.about()).isEqualTo("2026-03-02");
            assertThat(done.details()).isEqualTo("dayClose." + DayCloseNodes.SETTLE_DAY + ": The disk has room again.");
        });
        posted("/api/incidents/none/retries", "{\"reason\": \"x\"}").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("the close of a day is retried by its day; one that has not failed is 409 and nothing is noted")
    void retryClose() throws Exception {
        failedClose();
        posted("/api/book-days/2026-03-02/close-retries", "{\"reason\": \"Mended.\"}")
                .andExpect(status().isAccepted());
        assertThat(log.latest(0, 10)).extracting(ActionLog.Done::action).containsExactly(Action.RETRY_A_DAY_CLOSE);
        processes.mendClose();
        execute(job(DayCloseNodes.SETTLE_DAY, processes.of(MONDAY)));
        posted("/api/book-days/2026-03-02/close-retries", "{\"reason\": \"Again.\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("settled")));
        posted("/api/book-days/2020-01-01/close-retries", "{\"reason\": \"x\"}").andExpect(status().isNotFound());
        assertThat(log.latest(0, 10)).hasSize(1);
    }

    @Test
    @DisplayName("a supplier is suspended and resumed, once each, and what else is said of it stays")
    void suspension() throws Exception {
        mvc.perform(put("/api/suppliers/s1/profile")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Wenzhou Valves\", \"categories\": [\"Hardware/Valves\"]}"))
                .andExpect(status().isOk());
        for (var again = 0; again < 2; again++) {
            posted("/api/suppliers/s1/suspensions", "{\"reason\": \"Under inquiry.\"}")
                    .andExpect(status().isNoContent());
        }
        var suspended = requireNonNull(profiles.of(List.of(SUPPLIER)).get(SUPPLIER));
        assertThat(suspended.suspended()).isTrue();
        assertThat(suspended.name()).isEqualTo("Wenzhou Valves");
        assertThat(profiles.suspended()).containsExactly(SUPPLIER);
        posted("/api/suppliers/s1/resumptions", "{\"reason\": \"Cleared.\"}").andExpect(status().isNoContent());
        assertThat(profiles.suspended()).isEmpty();
        assertThat(log.latest(0, 2))
                .extracting(ActionLog.Done::action, ActionLog.Done::about, ActionLog.Done::details)
                .containsExactly(
                        tuple(Action.RESUME_A_SUPPLIER, "s1", "Cleared."),
                        tuple(Action.SUSPEND_A_SUPPLIER, "s1", "Under inquiry."));
        assertThat(log.latest(0, 10)).hasSize(3);
        posted("/api/suppliers/nobody/suspensions", "{\"reason\": \"x\"}").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("a description that does not speak of the suspension leaves it as it is; one that does decides")
    void described() throws Exception {
        inquiry("i");
        posted("/api/suppliers/s1/suspensions", "{\"reason\": \"Under inquiry.\"}")
                .andExpect(status().isNoContent());
        mvc.perform(put("/api/suppliers/s1/profile")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Wenzhou Valves\"}"))
                .andExpect(jsonPath("$.suspended").value(true));
        assertThat(profiles.suspended()).containsExactly(SUPPLIER);
        mvc.perform(put("/api/suppliers/s1/profile")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"suspended\": false}"))
                .andExpect(jsonPath("$.suspended").value(false));
        assertThat(profiles.suspended()).isEmpty();
    }

    @ParameterizedTest(name = "a reason that is {0} is refused, and names the field, the value and the rule")
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": \" \\n \"}", "{\"reason\": \"a\\u0000b\"}"})
    void noReason(String body) throws Exception {
        var id = failedClose();
        for (var path : List.of(
                "/api/incidents/" + id + "/retries",
                "/api/book-days/2026-03-02/close-retries",
                "/api/suppliers/s1/suspensions",
                "/api/suppliers/s1/resumptions")) {
            posted(path, body)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("reason"))
                    .andExpect(jsonPath("$.errors[0].rule")
                            .value("given, in 1 to 1000 characters, none of them NUL or half of a surrogate pair"));
        }
        assertThat(log.latest(0, 10)).isEmpty();
        assertThat(profiles.suspended()).isEmpty();
    }

    @ParameterizedTest(name = "a reason of {0} characters is answered with {1}")
    @CsvSource({"1000, 204", "1001, 400"})
    void length(int characters, int answer) throws Exception {
        inquiry("i");
        posted("/api/suppliers/s1/suspensions", "{\"reason\": \"" + "x".repeat(characters) + "\"}")
                .andExpect(status().is(answer));
    }

    @Test
    @DisplayName("the process map counts at each step, and lists what waits at one, page by page")
    void map() throws Exception {
        inquiry("a");
        inquiry("b");
        marketplace.pass(Duration.ofHours(1));
        mvc.perform(get("/api/process-map"))
                .andExpect(jsonPath("$.process").value("inquiry"))
                .andExpect(jsonPath("$.instances").value(2))
                .andExpect(jsonPath("$.steps[0].step").value(InquiryNodes.KEEP_CASE_OPEN))
                .andExpect(jsonPath("$.steps[0].name").value("Keep the case open"))
                .andExpect(jsonPath("$.steps[0].instances").value(2))
                .andExpect(jsonPath("$.steps[0].oldest").value(START.toString()));
        mvc.perform(get("/api/process-map?process=day-close"))
                .andExpect(jsonPath("$.steps[0].step").value(DayCloseNodes.BOOKS_CLOSE));
        mvc.perform(get("/api/process-map?process=dayClose")).andExpect(status().isNotFound());
        mvc.perform(get("/api/process-map/waiting?step=Nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("Nowhere")));
        mvc.perform(get("/api/process-map/waiting?step=KeepCaseOpen&size=1"))
                .andExpect(jsonPath("$.waiting", hasSize(1)))
                .andExpect(jsonPath("$.waiting[0].key").value("a"))
                .andExpect(jsonPath("$.more").value(true));
        mvc.perform(get("/api/process-map/waiting?step=KeepCaseOpen&size=1&page=1"))
                .andExpect(jsonPath("$.waiting[0].key").value("b"))
                .andExpect(jsonPath("$.more").value(false));
        mvc.perform(get("/api/process-map/waiting?step=KeepCaseOpen&size=201"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("size"));
    }
}
