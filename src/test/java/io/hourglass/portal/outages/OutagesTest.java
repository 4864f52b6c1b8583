package io.hourglass.portal.outages;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.web.As;
import io.hourglass.engine.SettableClock;
import io.hourglass.mailbox.outages.Outages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("An outage of the platform")
class OutagesTest {

    private static final String PAGE = "/operations/outages";
    private static final Caller BOTH = new Caller("both", Set.of(Role.OPERATIONS, Role.AUDITOR), Set.of(), null, null);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Outages outages;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void later() {
        clock.set(CleanSlate.START.plus(Duration.ofDays(40)));
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder call, Caller caller) throws Exception {
        var response = mvc.perform(call.with(as(caller))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private int api(String path, Caller caller, String body) throws Exception {
        return call(post(path).contentType(MediaType.APPLICATION_JSON).content(body), caller)
                .getStatus();
    }

    private int declare(String from, String until, String reason) throws Exception {
        return api(
                "/api/outages",
                As.operations(),
                "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"%s\"}".formatted(from, until, reason));
    }

    private long declared() throws Exception {
        assertThat(declare("2026-03-05T00:00:00Z", "2026-03-05T08:00:00Z", "no power"))
                .isEqualTo(201);
        return outages.latest(0, 1).get(0).id();
    }

    @Test
    @DisplayName("is declared when it is over, at most 31 days long, with a reason; else nothing is kept")
    void declaring() throws Exception {
        var now = clock.instant();
        assertThat(declare(now.minusMillis(1).toString(), now.toString(), "x")).isEqualTo(201);
        assertThat(declare(now.toString(), now.plusMillis(1).toString(), "x")).isEqualTo(400);
        var longest = now.minus(Duration.ofDays(31));
        assertThat(declare(longest.toString(), now.toString(), "x")).isEqualTo(201);
        assertThat(declare(longest.minusMillis(1).toString(), now.toString(), "x"))
                .isEqualTo(400);
        assertThat(declare(now.toString(), now.minusMillis(1).toString(), "x")).isEqualTo(400);
        assertThat(declare(longest.toString(), now.toString(), " ")).isEqualTo(400);
        assertThat(declare(longest.toString(), now.toString(), "x".repeat(2_001)))
                .isEqualTo(400);
        assertThat(declare(longest.toString(), now.toString(), "x".repeat(2_000)))
                .isEqualTo(201);
        assertThat(outages.count()).isEqualTo(3);
    }

    @Test
    @DisplayName("is decided by an auditor, once, and not by the person who declared it")
    void deciding() throws Exception {
        var decision = "/api/outages/" + declared() + "/decision";
        var yes = "{\"consented\": true, \"reason\": \"seen\"}";
        assertThat(api(decision, As.operations(), yes)).isEqualTo(403);
        assertThat(api(decision, As.auditor(), "{\"consented\": true, \"reason\": \"\"}"))
                .isEqualTo(400);
        assertThat(outages.latest(0, 1).get(0).decision()).isNull();
        assertThat(api(decision, As.auditor(), yes)).isEqualTo(200);
        assertThat(api(decision, As.auditor(), yes)).isEqualTo(200);
        assertThat(api(decision, As.auditor(), yes.replace("true", "false"))).isEqualTo(409);
        assertThat(api("/api/outages/999999/decision", As.auditor(), yes)).isEqualTo(404);
        assertThat(call(get("/api/outages"), As.operations()).getContentAsString())
                .contains("\"consented\":true", "\"total\":1", "\"decisionReason\":\"seen\"");
    }

    @Test
    @DisplayName("cannot be decided by whoever declared it, whatever its roles")
    void fourEyes() throws Exception {
        var body =
                "{\"from\": \"2026-03-05T00:00:00Z\", \"until\": \"2026-03-05T08:00:00Z\", \"reason\": \"no power\"}";
        assertThat(api("/api/outages", BOTH, body)).isEqualTo(201);
        var id = outages.latest(0, 1).get(0).id();
        assertThat(api("/api/outages/" + id + "/decision", BOTH, "{\"consented\": true, \"reason\": \"seen\"}"))
                .isEqualTo(409);
        var form =
                post(PAGE + "/" + id + "/decision").param("consented", "true").param("reason", "seen");
        assertThat(call(form.locale(Locale.ENGLISH), BOTH).getContentAsString())
                .contains("You declared it: somebody else has to decide.");
        assertThat(outages.find(id).orElseThrow().decision()).isNull();
    }

    @Test
    @DisplayName("stands on a page with its state, in both languages, where each role finds its own form")
    void page() throws Exception {
        declared();
        assertThat(call(get(PAGE).locale(Locale.ENGLISH), As.operations()).getContentAsString())
                .contains("no power", "Waits for an auditor", "Declare an outage")
                .doesNotContain(">Consent<");
        assertThat(call(get(PAGE).locale(Locale.CHINESE), As.auditor()).getContentAsString())
                .contains("待审计员决定", "同意")
                .doesNotContain("id=\"declare\"");
    }

    @Test
    @DisplayName("is declared and decided on the page, by the reader's wall clock; a mistake is shown at its field")
    void byForm() throws Exception {
        var form = post(PAGE).param("from", "2026-03-05T08:00").param("until", "2026-03-05T16:00:30");
        var wrong = call(form.param("reason", ""), As.operations());
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("aria-invalid=\"true\"", "value=\"2026-03-05T08:00\"");
        var right = post(PAGE).param("from", "2026-03-05T08:00").param("until", "2026-03-05T16:00:30");
        assertThat(call(right.param("reason", "no power"), As.operations()).getStatus())
                .isEqualTo(303);
        var outage = outages.latest(0, 1).get(0);
        assertThat(outage.from()).isEqualTo("2026-03-05T00:00:00Z");
        assertThat(outage.until()).isEqualTo("2026-03-05T08:00:30Z");
        var decision = post(PAGE + "/" + outage.id() + "/decision").param("consented", "false");
        assertThat(call(decision.param("reason", "no proof"), As.auditor()).getStatus())
                .isEqualTo(303);
        assertThat(outages.find(outage.id()).orElseThrow().consentedAt()).isNull();
        assertThat(outages.find(outage.id()).orElseThrow().decision()).isNotNull();
    }
}
