package io.hourglass.dispute.web;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.inquiry.Marketplace;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Disputes over HTTP")
class DisputeApiTest {

    private static final String OF_INQUIRY = "/api/inquiries/i/disputes";
    private static final String DECISION = "/api/disputes/d/decision";
    private static final String RESTATEMENTS = "/api/restatements?from=2026-03-01&to=2026-05-01";
    private static final String ACCEPTED = "{\"accepted\": true, \"reason\": \"It shows.\"}";
    private static final String DISPUTE =
            """
            {"id": "d", "evidence": "A log.",
             "claim": {"kind": "REPLIED", "occurredAt": "2026-03-02T03:00:00Z", "author": "HUMAN"}}""";

    @Autowired
    private MockMvc http;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private CountedStatements counted;

    @BeforeEach
    void unanswered() {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofDays(6));
    }

    private ResultActions send(Caller caller, String path, String body) throws Exception {
        return http.perform(post(path)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions read(Caller caller, String path) throws Exception {
        return http.perform(get(path).with(as(caller)));
    }

    @Test
    @DisplayName("are raised by the supplier, 201 and then 200, and decided by an auditor under its name")
    void fromFirstToLast() throws Exception {
        var own = supplier("supplier-1");
        send(own, OF_INQUIRY, DISPUTE)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.contested").value("UNANSWERED"))
                .andExpect(jsonPath("$.raisedBy").value("li.wei"));
        send(own, OF_INQUIRY, DISPUTE).andExpect(status().isOk());
        read(operations(), "/api/disputes").andExpect(jsonPath("$[0].id").value("d"));
        read(operations(), "/api/disputes?page=1&size=1")
                .andExpect(jsonPath("$.length()").value(0));
        read(operations(), "/api/disputes?size=501")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("size"));
        send(auditor(), DECISION, "{\"accepted\": true, \"reason\": \"a\\u0000b\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        send(auditor(), DECISION, ACCEPTED)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("RESTATED"))
                .andExpect(jsonPath("$.decision.by").value("ada"))
                .andExpect(jsonPath("$.decision.verdict").value("TIMELY"))
                .andExpect(jsonPath("$.restated[0].crossed").value("GAINED"));
        read(own, OF_INQUIRY).andExpect(jsonPath("$[0].restated[0].timely").value(1));
        read(own, "/api/suppliers/supplier-1/disputes")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].id").value("d"))
                .andExpect(jsonPath("$[0].restated[0].timely").value(1));
        read(own, "/api/suppliers/supplier-1/disputes?page=1")
                .andExpect(jsonPath("$.length()").value(0));
        read(operations(), "/api/disputes").andExpect(jsonPath("$.length()").value(0));
        read(operations(), "/api/inquiries/i")
                .andExpect(jsonPath("$.state").value("TIMELY"))
                .andExpect(jsonPath("$.history[1].cause.kind").value("RESTATEMENT"));
        read(operations(), "/api/inquiries/i/trace").andExpect(status().isOk());
        read(operations(), "/inquiries/i/trace").andExpect(status().isOk());
    }

    @Test
    @DisplayName("are answered with 409 and the rule that they break")
    void refused() throws Exception {
        send(supplier("supplier-1"), OF_INQUIRY, DISPUTE);
        send(operations(), DECISION, ACCEPTED)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("The dispute is refused"))
                .andExpect(jsonPath("$.reason").value("FOR_AUDITORS"));
    }

    @Test
    @DisplayName(
            "are bad input where the claim is no fact that the judge understands, or evidence or reason is missing")
    void badInput() throws Exception {
        var own = supplier("supplier-1");
        for (var body : new String[] {
            DISPUTE.replace("REPLIED", "BOUNCED"),
            DISPUTE.replace("A log.", " "),
            DISPUTE.replace("A log.", "x".repeat(4001)),
            DISPUTE.replace(", \"author\": \"HUMAN\"", ""),
            DISPUTE.replace("2026-03-02T03:00:00Z", "2026-03-02T01:59:59Z")
        }) {
            send(own, OF_INQUIRY, body).andExpect(status().isBadRequest());
        }
        send(own, OF_INQUIRY, DISPUTE.replace("A log.", "x".repeat(4000))).andExpect(status().isCreated());
        send(auditor(), DECISION, "{\"accepted\": true}").andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("are not known where the inquiry, the dispute, or the fact spoken about is not")
    void notKnown() throws Exception {
        send(supplier("another"), OF_INQUIRY, DISPUTE).andExpect(status().isNotFound());
        send(auditor(), "/api/disputes/none/decision", ACCEPTED).andExpect(status().isNotFound());
        read(auditor(), "/api/inquiries/none/disputes").andExpect(status().isNotFound());
        send(
                        supplier("supplier-1"),
                        OF_INQUIRY,
                        """
                        {"id": "d", "evidence": "A log.", "claim": {"kind": "RETRACTED", "about": "none"}}""")
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("are listed, with what they restated, in as many round trips for thirty numbers as for one")
    void listed() throws Exception {
        send(supplier("supplier-1"), OF_INQUIRY, DISPUTE);
        send(auditor(), DECISION, ACCEPTED);
        roundTrips();
        var one = roundTrips();
        marketplace.inquiry("j");
        marketplace.pass(Duration.ofDays(29));
        send(
                        supplier("supplier-1"),
                        OF_INQUIRY.replace("/i/", "/j/"),
                        DISPUTE.replace("\"d\"", "\"e\"").replace("2026-03-02", "2026-03-09"))
                .andExpect(status().isCreated());
        send(auditor(), DECISION.replace("/d/", "/e/"), ACCEPTED).andExpect(status().isOk());

        read(auditor(), RESTATEMENTS).andExpect(jsonPath("$.length()").value(greaterThan(20)));
        assertThat(roundTrips()).isEqualTo(one);
    }

    private int roundTrips() {
        return counted.during(() -> {
                    try {
                        read(auditor(), RESTATEMENTS).andExpect(status().isOk());
                        read(auditor(), "/api/disputes?state=RESTATED").andExpect(status().isOk());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .size();
    }

    @Test
    @DisplayName("follow rules that operations sets from a later date on")
    void rules() throws Exception {
        var policy = "{\"inForceFrom\": \"2026-03-09\", \"disputeWithinDays\": 10, \"decideWithinDays\": 5}";
        send(operations(), "/api/dispute-policies", policy.replace("03-09", "03-08"))
                .andExpect(status().isBadRequest());
        send(operations(), "/api/dispute-policies", policy.replace("10", "0")).andExpect(status().isBadRequest());
        send(operations(), "/api/dispute-policies", policy)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(2));
        read(supplier("supplier-1"), "/api/dispute-policies")
                .andExpect(jsonPath("$.length()").value(2));
    }
}
