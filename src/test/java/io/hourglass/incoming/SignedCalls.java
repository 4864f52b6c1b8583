package io.hourglass.incoming;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.kernel.text.HmacSha256;
import io.hourglass.kernel.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Calls as the sources sign them that the tests' program knows; nobody is signed in. */
public final class SignedCalls {

    public static final String PLATFORM = "whsec_aW5jb21pbmcgd2ViaG9va3Mgb2YgdGhlIHRlc3RzISE=";
    public static final String DESK = "chatwoot-secret-of-the-tests";

    private SignedCalls() {}

    /** Of the source {@code platform}. */
    public static MockHttpServletRequestBuilder facts(Instant now, String id, String body) {
        return facts(now, id, bytes(body));
    }

    static MockHttpServletRequestBuilder facts(Instant now, String id, byte[] body) {
        return signed(call("platform", body), now, id, body);
    }

    /** Of the source {@code mx}: a mail to a relay address. */
    public static MockHttpServletRequestBuilder mail(Instant now, String to, byte[] mail) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(bytes(to + "."));
        signed.writeBytes(mail);
        var call = call("mx", mail).header("Envelope-To", to);
        return signed(call, now, "m" + HexFormat.of().formatHex(Sha256.of(mail)), signed.toByteArray())
                .contentType("message/rfc822");
    }

    private static MockHttpServletRequestBuilder signed(
            MockHttpServletRequestBuilder call, Instant now, String id, byte[] body) {
        var key = Base64.getDecoder().decode(PLATFORM.substring("whsec_".length()));
        var time = now.getEpochSecond();
        var mac = HmacSha256.of(HmacSha256.key(key), id + "." + time + ".", body);
        return call.header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac));
    }

    /** Of the source {@code desk}. */
    public static MockHttpServletRequestBuilder chatwoot(Instant now, String delivery, String body) {
        return chatwoot(now, delivery, bytes(body));
    }

    static MockHttpServletRequestBuilder chatwoot(Instant now, String delivery, byte[] body) {
        var time = now.getEpochSecond();
        var mac = HmacSha256.of(HmacSha256.key(bytes(DESK)), time + ".", body);
        return call("desk", body)
                .header("X-Chatwoot-Delivery", delivery)
                .header("X-Chatwoot-Timestamp", time)
                .header("X-Chatwoot-Signature", "sha256=" + HexFormat.of().formatHex(mac));
    }

    static MockHttpServletRequestBuilder call(String source, byte[] body) {
        return post("/api/incoming/{source}", source)
                .with(anonymous())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
