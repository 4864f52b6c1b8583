package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Inquiries;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@TestPropertySource(properties = {"hourglass.groups.at-once=1", "hourglass.groups.waiting=1"})
@Import(DatabaseGate.class)
@DisplayName("Intake")
class DatabaseUnavailableFilterTest {

    @Autowired
    private DatabaseGate gate;

    @Autowired
    private MockMvc web;

    @Autowired
    private Inquiries inquiries;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void open() {
        gate.open();
        callers.shutdown();
    }

    @Test
    @DisplayName(
            "answers 503 with Retry-After while the database is away, is not ready, and goes on by itself afterwards")
    void databaseAway() throws Exception {
        assertThat(readiness()).isEqualTo(200);
        gate.refuse();

        var refused = submit("i");
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(refused.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(readiness()).isEqualTo(503);

        gate.open();
        assertThat(inquiries.count()).isZero();
        assertThat(submit("i").getStatus()).isEqualTo(201);
        assertThat(readiness()).isEqualTo(200);
    }

    @Test
    @DisplayName("answers 503 too where it cannot look up who is calling, by key or by password")
    void whoCalls() throws Exception {
        gate.refuse();
        for (var proof : List.of(
                get("/api/policy").header("X-API-Key", "hg_key_secret"),
                get("/api/policy").with(httpBasic("ada", "password")))) {
            var refused = web.perform(proof).andReturn().getResponse();
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
            assertThat(refused.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        }
        gate.open();
        assertThat(web.perform(get("/api/policy").header("X-API-Key", "hg_key_secret"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("answers 503 at once when as many wait as may wait, and takes the others when it can")
    void overload() {
        gate.keepWaiting();
        var running = submitInBackground("running");
        await().until(() -> gate.waiting() == 1);
        var others = IntStream.range(0, 3)
                .mapToObj(number -> submitInBackground("other-" + number))
                .toList();
        await().until(() -> others.stream().filter(CompletableFuture::isDone).count() == 2);
        var turnedAway = others.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join);
        assertThat(turnedAway).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
            assertThat(answer.getContentAsString()).contains("overloaded");
        });

        gate.open();
        assertThat(running.join().getStatus()).isEqualTo(201);
        assertThat(others)
                .extracting(CompletableFuture::join)
                .filteredOn(answer -> answer.getStatus() == 201)
                .hasSize(1);
        assertThat(inquiries.count()).isEqualTo(2);
    }

    private int readiness() throws Exception {
        return web.perform(get("/actuator/health/readiness"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private CompletableFuture<MockHttpServletResponse> submitInBackground(String id) {
        return CompletableFuture.supplyAsync(() -> submit(id), callers);
    }

    private MockHttpServletResponse submit(String id) {
        var inquiry = post("/api/inquiries")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"id\": \"%s\", \"buyer\": \"b\", \"supplier\": \"s\"}".formatted(id));
        try {
            return web.perform(inquiry).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
