package io.hourglass.incoming.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.incoming.SignedCalls;
import io.hourglass.incoming.sources.Format;
import io.hourglass.incoming.sources.Source;
import io.hourglass.kernel.text.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A call is proven")
class SignaturesTest {

    /** Of docs/api.md, which signs what the program sends. */
    private static final Map<String, String> STANDARD = Map.of(
            "webhook-id", "0b4b1c9e-7a61-4f0c-8f2e-3a5d1e6f7c88",
            "webhook-timestamp", "1772589601",
            "webhook-signature", "v1,foe2yCwaOm4VFLVokcWgYhkU23hgVAliXAT2kCNYA9E=");

    private static final String STANDARD_BODY =
            "{\"specversion\":\"1.0\",\"id\":\"0b4b1c9e-7a61-4f0c-8f2e-3a5d1e6f7c88\",\"source\":\"https://sla.example\",\"type\":\"io.hourglass.reply.due_soon\",\"subject\":\"i-1\",\"time\":\"2026-03-04T02:00:00Z\",\"datacontenttype\":\"application/json\",\"track\":\"INQUIRY\",\"data\":{\"supplier\":\"supplier-1\",\"dueAt\":\"2026-03-05T02:00:00Z\",\"before\":\"PT24H\"}}";
    private static final Instant STANDARD_AT = Instant.ofEpochSecond(1_772_589_601);

    /** Computed by another program. */
    private static final Map<String, String> CHATWOOT = Map.of(
            "X-Chatwoot-Delivery", "5d0b2a2c",
            "X-Chatwoot-Timestamp", "1772416800",
            "X-Chatwoot-Signature", "sha256=1620fef20c805636b03182dd37f0d2a93cae9690e95c73505c357e0f87f35e56");

    private static final String CHATWOOT_BODY = "{\"event\":\"message_created\",\"id\":1}";
    private static final Instant CHATWOOT_AT = Instant.ofEpochSecond(1_772_416_800);

    private static Source platform(String... secrets) {
        var keys = List.of(secrets).stream()
                .map(secret -> HmacSha256.key(Base64.getDecoder().decode(secret)))
                .toList();
        return new Source("platform", Format.FACTS, keys, null);
    }

    private static Source platform() {
        return platform("oYBnOIrchN63MQHgbaRnlu9LZgLZ5MPHqXBEIG7GEww=");
    }

    private static Source desk() {
        var key = HmacSha256.key(SignedCalls.DESK.getBytes(StandardCharsets.UTF_8));
        return new Source("desk", Format.CHATWOOT, List.of(key), null);
    }

    private static String check(Source source, Map<String, String> headers, String body, Instant now) {
        var call = new SignedCall(headers::get, body.getBytes(StandardCharsets.UTF_8));
        return new Signatures(Clock.fixed(now, ZoneOffset.UTC)).check(source, call);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    @Test
    @DisplayName("by Standard Webhooks, as the program itself signs")
    void standard() {
        assertThat(check(platform(), STANDARD, STANDARD_BODY, STANDARD_AT)).isEqualTo(STANDARD.get("webhook-id"));
    }

    @Test
    @DisplayName("as Chatwoot signs: the time, a full stop and the body, in hexadecimal digits")
    void chatwoot() {
        assertThat(check(desk(), CHATWOOT, CHATWOOT_BODY, CHATWOOT_AT)).isEqualTo("5d0b2a2c");
    }

    @Test
    @DisplayName("by the body where Chatwoot sends no id of the delivery")
    void withoutId() {
        var headers = new HashMap<>(CHATWOOT);
        headers.remove("X-Chatwoot-Delivery");
        assertThat(check(desk(), headers, CHATWOOT_BODY, CHATWOOT_AT))
                .startsWith("body ")
                .hasSize("body ".length() + 64);
    }

    @Test
    @DisplayName("within five minutes on both sides, to the second")
    void tolerance() {
        for (var offset : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5), Duration.ZERO)) {
            assertThatCode(() -> check(platform(), STANDARD, STANDARD_BODY, STANDARD_AT.plus(offset)))
                    .doesNotThrowAnyException();
            assertThatCode(() -> check(desk(), CHATWOOT, CHATWOOT_BODY, CHATWOOT_AT.plus(offset)))
                    .doesNotThrowAnyException();
        }
        for (var offset : List.of(
                Duration.ofMinutes(5).plusMillis(1), Duration.ofMinutes(-5).minusMillis(1), Duration.ofDays(-9_999))) {
            assertThatThrownBy(() -> check(platform(), STANDARD, STANDARD_BODY, STANDARD_AT.plus(offset)))
                    .isInstanceOf(NotProven.class)
                    .hasMessageContaining("5 minutes");
            assertThatThrownBy(() -> check(desk(), CHATWOOT, CHATWOOT_BODY, CHATWOOT_AT.plus(offset)))
                    .isInstanceOf(NotProven.class)
                    .hasMessageContaining("5 minutes");
        }
    }

    @Test
    @DisplayName("by any of its signatures and any of the source's keys, so that either side can change over")
    void any() {
        var among = "v2,abc v1,AAAA  " + STANDARD.get("webhook-signature") + " v1a,x";
        var keys = platform("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "oYBnOIrchN63MQHgbaRnlu9LZgLZ5MPHqXBEIG7GEww=");
        assertThatCode(() -> check(keys, with(STANDARD, "webhook-signature", among), STANDARD_BODY, STANDARD_AT))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("by every byte that is signed: the id, the time and the body")
    void bytes() {
        for (var header : STANDARD.keySet()) {
            var other = with(STANDARD, header, STANDARD.get(header) + "0");
            assertThatThrownBy(() -> check(platform(), other, STANDARD_BODY, STANDARD_AT))
                    .as(header)
                    .isInstanceOf(NotProven.class)
                    .hasMessageContaining("signature");
        }
        for (var header : List.of("X-Chatwoot-Timestamp", "X-Chatwoot-Signature")) {
            var other = with(CHATWOOT, header, CHATWOOT.get(header) + "0");
            assertThatThrownBy(() -> check(desk(), other, CHATWOOT_BODY, CHATWOOT_AT))
                    .as(header)
                    .isInstanceOf(NotProven.class)
                    .hasMessageContaining("signature");
        }
        assertThatThrownBy(() -> check(platform(), STANDARD, STANDARD_BODY + " ", STANDARD_AT))
                .isInstanceOf(NotProven.class);
        assertThatThrownBy(() -> check(desk(), CHATWOOT, "", CHATWOOT_AT)).isInstanceOf(NotProven.class);
        assertThatThrownBy(
                        () -> check(platform("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), STANDARD, STANDARD_BODY, STANDARD_AT))
                .isInstanceOf(NotProven.class);
    }

    @Test
    @DisplayName("by all of its headers, and says which is missing")
    void missing() {
        for (var header : STANDARD.keySet()) {
            for (var value : new String[] {null, "", " "}) {
                assertThatThrownBy(() -> check(platform(), with(STANDARD, header, value), STANDARD_BODY, STANDARD_AT))
                        .isInstanceOf(NotProven.class)
                        .hasMessageContaining(header);
            }
        }
        assertThatThrownBy(() -> check(desk(), STANDARD, CHATWOOT_BODY, CHATWOOT_AT))
                .hasMessageContaining("X-Chatwoot-Timestamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1772589601", "1772589601.0", "+1772589601", "99999999999999999999", "now", "１７７２５８９６０１"})
    @DisplayName("by a time in whole seconds alone, even if it is signed")
    void times(String time) {
        var key = Base64.getDecoder().decode("oYBnOIrchN63MQHgbaRnlu9LZgLZ5MPHqXBEIG7GEww=");
        var mac = HmacSha256.of(HmacSha256.key(key), "1." + time + ".", new byte[0]);
        var headers = Map.of(
                "webhook-id",
                "1",
                "webhook-timestamp",
                time,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(mac));
        assertThatThrownBy(() -> check(platform(), headers, "", STANDARD_AT))
                .isInstanceOf(NotProven.class)
                .hasMessageContaining("5 minutes");
    }
}
