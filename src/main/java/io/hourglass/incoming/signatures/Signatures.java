package io.hourglass.incoming.signatures;

import io.hourglass.incoming.sources.Format;
import io.hourglass.incoming.sources.Source;
import io.hourglass.kernel.text.HmacSha256;
import io.hourglass.kernel.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Proves a call: by the key of its source, compared in constant time, and by an instant that is signed with it. */
@Component
public class Signatures {

    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern BLANKS = Pattern.compile(" +");

    private final Clock clock;

    Signatures(Clock clock) {
        this.clock = clock;
    }

    /**
     * @return the source's id of the delivery, the same for each attempt
     * @throws NotProven if it is not of the source, or of another time
     */
    public String check(Source source, SignedCall call) {
        return source.format() == Format.CHATWOOT ? checkChatwoot(source, call) : checkStandard(source, call);
    }

    /** Standard Webhooks: of several signatures any may be right, of the versions v1 alone is known. */
    private String checkStandard(Source source, SignedCall call) {
        var id = call.required("webhook-id");
        var time = call.required("webhook-timestamp");
        check(
                source,
                call,
                id + "." + time + ".",
                List.of(BLANKS.split(call.required("webhook-signature"))),
                mac -> "v1," + Base64.getEncoder().encodeToString(mac));
        checkTime(time);
        return id;
    }

    /** Its id of the delivery is not signed, and may be left out: then the body stands for it. */
    private String checkChatwoot(Source source, SignedCall call) {
        var time = call.required("X-Chatwoot-Timestamp");
        check(
                source,
                call,
                time + ".",
                List.of(call.required("X-Chatwoot-Signature")),
                mac -> "sha256=" + HexFormat.of().formatHex(mac));
        checkTime(time);
        var id = call.header("X-Chatwoot-Delivery");
        return id == null ? "body " + HexFormat.of().formatHex(Sha256.of(call.body())) : id;
    }

    private static void check(
            Source source, SignedCall call, String before, List<String> sent, Function<byte[], String> written) {
        var isRight = false;
        for (var key : source.keys()) {
            var right = bytes(written.apply(HmacSha256.of(key, before, call.body())));
            for (var one : sent) {
                isRight |= MessageDigest.isEqual(right, bytes(one));
            }
        }
        if (!isRight) {
            throw new NotProven("The signature is not of the source's secret, the time and the body as they came");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void checkTime(String time) {
        var now = clock.instant();
        if (!SECONDS.matcher(time).matches()
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        > 0) {
            throw new NotProven("The call was signed more than 5 minutes from now, " + now);
        }
    }
}
