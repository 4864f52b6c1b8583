package io.hourglass.access.log;

import io.github.bucket4j.Bucket;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.access.limits.ClockMeter;
import io.hourglass.access.limits.Throttled;
import io.hourglass.kernel.text.OneLine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;

/**
 * A line for each sign-in, sign-out, refusal and throttled request: who, from where, and which call. It holds no secret:
 * no query, no parameter of a path, no token of a link, and no name that is no account's, since people
 * type passwords there. Refusals have a budget, so that they cannot fill the disk; the number left out is logged later.
 */
@Component
public final class DoorLog implements Throttled {

    private static final Logger log = LoggerFactory.getLogger("io.hourglass.doors");
    private static final String NOBODY = "-";
    private static final List<String> BEFORE_SECRETS =
            List.of("/alternatives/", "/password/reset/", "/mail/unsubscribe/", "/mail/confirm/", "/mail/inquiries/");
    private static final int LONGEST = 200;
    private static final int BATCH_SIZE = 200;
    private static final int A_SECOND = 5;

    private final Lines entered;
    private final Lines refused;

    DoorLog(Clock clock) {
        this.entered = new Lines(clock);
        this.refused = new Lines(clock);
    }

    /** The kinds of access events. */
    public enum Event {
        SIGNED_IN,
        SIGNED_OUT,
        SIGN_IN_FAILED,
        REFUSED,
        THROTTLED
    }

    /** @param name of an account, a key or a person of the identity provider; null without authentication */
    public void note(Event event, @Nullable String name, HttpServletRequest request, int status) {
        var call = "status=" + status + " method=" + quoted(request.getMethod()) + " path="
                + quoted(path(request.getRequestURI()));
        write(event, name, ClientAddress.of(request.getRemoteAddr()), call);
    }

    @Override
    public void throttled(ClientAddress address) {
        write(Event.THROTTLED, null, address, "status=429");
    }

    private void write(Event event, @Nullable String name, ClientAddress address, String call) {
        var good = event == Event.SIGNED_IN || event == Event.SIGNED_OUT;
        (good ? entered : refused).take().ifPresent(unlogged -> {
            var line = "event=" + event + " who=" + quoted(name == null ? NOBODY : name) + " from=" + address.text()
                    + " " + call + (unlogged == 0 ? "" : " left-out-before=" + unlogged);
            if (good) {
                log.info(line);
            } else {
                log.warn(line);
            }
        });
    }

    private static String path(String sent) {
        var parts = PathContainer.parsePath(sent).elements().stream()
                .map(part -> part instanceof PathSegment segment ? segment.valueToMatch() : part.value())
                .toList();
        var path = parts.stream().collect(Collectors.joining());
        return BEFORE_SECRETS.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(secret -> secret + "*")
                .orElse(path);
    }

    private static String quoted(String text) {
        var bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return "\"" + OneLine.of(bounded.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
    }

    /** So many lines, and how many more there would have been. */
    private static final class Lines {

        private final Bucket left;
        private final AtomicLong unlogged = new AtomicLong();

        Lines(Clock clock) {
            this.left = Bucket.builder()
                    .addLimit(limit -> limit.capacity(BATCH_SIZE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                    .withCustomTimePrecision(new ClockMeter(clock))
                    .build();
        }

        OptionalLong take() {
            if (left.tryConsume(1)) {
                return OptionalLong.of(unlogged.getAndSet(0));
            }
            unlogged.incrementAndGet();
            return OptionalLong.empty();
        }
    }
}
