package io.hourglass.access.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.access.log.DoorLog.Event;
import io.hourglass.engine.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("In the log of the doors")
class DoorLogTest {

    private final SettableClock clock = new SettableClock();
    private DoorLog log = new DoorLog(clock);

    @BeforeEach
    void stand() {
        clock.set(CleanSlate.START);
        log = new DoorLog(clock);
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setQueryString("link=a-secret");
        request.setRemoteAddr("192.0.2.7");
        return request;
    }

    @Test
    @DisplayName("a line says who, from where and which call, and no query")
    void line(CapturedOutput output) {
        log.note(Event.SIGN_IN_FAILED, "ada", request("GET", "/api/policy"), 401);
        assertThat(output)
                .contains(
                        "event=SIGN_IN_FAILED who=\"ada\" from=192.0.2.7 status=401 method=\"GET\" path=\"/api/policy\"")
                .doesNotContain("a-secret");
    }

    @Test
    @DisplayName("no line can be forged: ends of lines, quotes, controls and turns of direction are escaped")
    void forged(CapturedOutput output) {
        log.note(
                Event.REFUSED,
                "a\nevent=SIGNED_IN who=\"b\u001b[1m\u202e",
                request("GE\rT", "/%0Aevent=%1B%E2%80%AE"),
                403);
        assertThat(output.getOut().lines().filter(line -> line.contains("event=")))
                .singleElement()
                .asString()
                .contains("who=\"a\\u000aevent=SIGNED_IN who=\\\"b\\u001b[1m\\u202e\"")
                .contains("method=\"GE\\u000dT\"", "path=\"/\\u000aevent=\\u001b\\u202e\"");
    }

    @Test
    @DisplayName("the link of a buyer and the link to a new password are left out, however their paths are written")
    void links(CapturedOutput output) {
        for (var path :
                new String[] {"/alternatives/s3cret", "/%61lternatives/s3cret/picks", "/alternatives;x/s3cret"}) {
            log.note(Event.REFUSED, null, request("POST", path), 403);
        }
        log.note(Event.REFUSED, null, request("POST", "/login;jsessionid=s3cret"), 403);
        assertThat(output.getOut().split("path=\"/alternatives/\\*\"", -1)).hasSize(4);
        for (var path :
                new String[] {"/password/reset/s3cret", "/password/%72eset/s3cret", "/password;x/reset/s3cret"}) {
            log.note(Event.THROTTLED, null, request("GET", path), 429);
        }
        assertThat(output.getOut().split("path=\"/password/reset/\\*\"", -1)).hasSize(4);
        assertThat(output).doesNotContain("s3cret");
    }

    @Test
    @DisplayName("refusals have a budget, and say how many were left out; sign-ins have their own")
    void budget(CapturedOutput output) {
        for (var call = 0; call < 1000; call++) {
            log.throttled(ClientAddress.of("192.0.2.7"));
        }
        assertThat(output.getOut().split("event=THROTTLED", -1)).hasSize(201);
        log.note(Event.SIGNED_IN, "ada", request("POST", "/login"), 302);
        assertThat(output).contains("event=SIGNED_IN who=\"ada\"");
        clock.set(CleanSlate.START.plusMillis(199));
        log.throttled(ClientAddress.of("192.0.2.8"));
        assertThat(output).doesNotContain("192.0.2.8");
        clock.set(CleanSlate.START.plusMillis(200));
        log.throttled(ClientAddress.of("192.0.2.9"));
        assertThat(output).contains("from=192.0.2.9 status=429 left-out-before=801");
    }
}
