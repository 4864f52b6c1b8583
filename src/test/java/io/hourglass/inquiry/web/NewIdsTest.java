package io.hourglass.inquiry.web;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.web.As;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.text.PathSegment;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("An id that is named for the first time")
class NewIdsTest {

    private static final String REJECTION = "{'id': '%s', 'supplier': 'supplier-1'}";
    private static final String INQUIRY = "{'id': '%s', 'buyer': '%s', 'supplier': '%s'}";
    private static final String REPLY = "{'id': '%s', 'supplier': '%s', 'author': '%s'}";
    private static final String DISPUTE =
            "{'id': '%s', 'evidence': 'A log.', 'claim': {'kind': 'REJECTED', 'occurredAt': '2026-03-02T03:00:00Z'}}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private JdbcClient jdbc;

    private Calls calls;

    @BeforeEach
    void anInquiry() {
        calls = new Calls(mvc, jdbc);
        marketplace.inquiry("q");
    }

    private int sent(Caller caller, String path, String body) throws Exception {
        return mvc.perform(post(URI.create(path))
                        .with(as(caller))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('\'', '"')))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int described(Caller caller, String path, String body) throws Exception {
        return mvc.perform(put(URI.create(path))
                        .with(as(caller))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('\'', '"')))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int form(Caller caller, String path, String... fields) throws Exception {
        var request = post(URI.create(path)).with(as(caller));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    @ParameterizedTest
    @ValueSource(strings = {":alternatives:q", ":system-spam:q", ":x", "..", ".", "a\u200Bb", "a\u202Eb", "a\u2028b"})
    @DisplayName("is refused in each channel if it is a step in a path, hides something, or is the program's own")
    void refused(String id) throws Exception {
        calls.refuses("/api/inquiries", INQUIRY.formatted(id, "buyer-1", "supplier-1"), "id", id, "can be seen");
        calls.refuses("/api/inquiries", INQUIRY.formatted("n", id, "supplier-1"), "buyer", id, "can be seen");
        calls.refuses("/api/inquiries", INQUIRY.formatted("n", "buyer-1", id), "supplier", id, "can be seen");
        for (var fact : new String[] {"rejections", "spam-reports"}) {
            calls.refuses("/api/inquiries/q/" + fact, REJECTION.formatted(id), "id", id, "can be seen");
        }
        calls.refuses(
                "/api/inquiries/q/alternatives-requests",
                "{'id': '%s', 'buyer': 'buyer-1'}".formatted(id),
                "id",
                id,
                "can be seen");
        calls.refuses("/api/inquiries/q/replies", REPLY.formatted(id, "supplier-1", "HUMAN"), "id", id, "can be seen");
        calls.refuses("/api/inquiries/q/disputes", DISPUTE.formatted(id), "id", id, "can be seen");
        calls.refuses("/api/api-keys", "{'name': '%s', 'scopes': ['READ']}".formatted(id), "name", id, "can be seen");
        var path = PathSegment.of(id);
        assertThat(described(As.SYSTEM, "/api/suppliers/" + path + "/profile", "{}"))
                .isEqualTo(400);
        var account = "{'role': 'BUYER', 'party': 'buyer-1', 'password': 'long enough, this'}";
        assertThat(described(operations(), "/api/accounts/" + path, account)).isEqualTo(400);
        var page = "/buyers/buyer-1/new-inquiry";
        assertThat(form(buyer("buyer-1"), page, "id", id, "supplier", "supplier-1", "text", "x", "again", "true"))
                .isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from hourglass.account")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("names a supplier for the first time only where a system of the marketplace sends it")
    void unknownSupplier() throws Exception {
        var own = buyer("buyer-1");
        assertThat(sent(own, "/api/inquiries", INQUIRY.formatted("n", "buyer-1", "supplier-9")))
                .isEqualTo(404);
        assertThat(jdbc.sql("select id from hourglass.supplier")
                        .query(String.class)
                        .list())
                .containsExactly("supplier-1");
        assertThat(sent(own, "/api/inquiries", INQUIRY.formatted("n", "buyer-1", "supplier-1")))
                .isEqualTo(201);
        assertThat(sent(As.SYSTEM, "/api/inquiries", INQUIRY.formatted("m", "buyer-1", "supplier-9")))
                .isEqualTo(201);
        assertThat(sent(own, "/api/inquiries", INQUIRY.formatted("o", "buyer-1", "supplier-9")))
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a\u200Bb", "a\u202Eb", ":x"})
    @DisplayName("is none if it is from before this rule: what has it goes on as before")
    void known(String id) throws Exception {
        sent(As.SYSTEM, "/api/inquiries", INQUIRY.formatted("old", "old", "old"));
        sent(As.SYSTEM, "/api/inquiries/old/replies", REPLY.formatted("r", "old", "AUTO_REPLY"));
        jdbc.sql("set referential_integrity false").update();
        jdbc.sql("update hourglass.inquiry set id = ?, buyer = ?, supplier = ? where id = 'old'")
                .params(id, id, id)
                .update();
        jdbc.sql("update hourglass.supplier set id = ? where id = 'old'")
                .param(id)
                .update();
        jdbc.sql("update hourglass.fact set case_id = ?, actor = ? where case_id = 'old'")
                .params(id, id)
                .update();
        jdbc.sql("update hourglass.fact set id = ?, salt = null where id = 'old'")
                .param(id)
                .update();
        jdbc.sql("update hourglass.verdict_entry set case_id = ?, subject = ? where case_id = 'old'")
                .params(id, id)
                .update();
        jdbc.sql("set referential_integrity true").update();
        assertThat(sent(As.SYSTEM, "/api/inquiries", INQUIRY.formatted(id, id, id)))
                .as("the same again")
                .isEqualTo(200);
        assertThat(sent(As.SYSTEM, "/api/inquiries", INQUIRY.formatted("new", id, id)))
                .isEqualTo(201);
        assertThat(sent(buyer(id), "/api/inquiries", INQUIRY.formatted("newer", id, id)))
                .isEqualTo(201);
        var path = "/api/inquiries/" + PathSegment.of(id);
        assertThat(sent(supplier(id), path + "/replies", REPLY.formatted("s", id, "HUMAN")))
                .isEqualTo(201);
        assertThat(sent(As.SYSTEM, path + "/amendments", "{'id': 't', 'kind': 'RETRACTED', 'about': 's'}"))
                .isEqualTo(201);
        assertThat(described(As.SYSTEM, "/api/suppliers/" + PathSegment.of(id) + "/profile", "{}"))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("under which a supplier sent something stands in the way of nothing that the program does itself")
    void notInTheWay() throws Exception {
        for (var id : new String[] {"n/system-spam", "dispute-d", "n/alternatives"}) {
            assertThat(sent(
                            supplier("supplier-1"),
                            "/api/inquiries/q/replies",
                            REPLY.formatted(id, "supplier-1", "AUTO_REPLY")))
                    .isEqualTo(201);
        }
        var spam = "{'id': 'n', 'buyer': 'b', 'supplier': 'supplier-1', 'systemSpam': true, 'spamReason': 'links'}";
        assertThat(sent(As.SYSTEM, "/api/inquiries", spam)).isEqualTo(201);
        assertThat(sent(As.SYSTEM, "/api/inquiries", spam)).isEqualTo(200);
        marketplace.pass(Duration.ofHours(1));
        assertThat(sent(supplier("supplier-1"), "/api/inquiries/q/disputes", DISPUTE.formatted("d")))
                .isEqualTo(201);
        assertThat(sent(As.auditor(), "/api/disputes/d/decision", "{'accepted': true, 'reason': 'It shows.'}"))
                .isEqualTo(200);
        assertThat(jdbc.sql("select id from hourglass.fact where id like ':%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(":dispute:d", ":system-spam:n");
    }
}
