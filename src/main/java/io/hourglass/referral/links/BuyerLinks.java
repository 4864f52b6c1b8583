package io.hourglass.referral.links;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.text.HmacSha256;
import io.hourglass.kernel.text.UrlBase64;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.referral.links.LinkKeys.LinkKey;
import io.hourglass.referral.rules.ReferralPolicy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Signs the links by which buyers come to their page, and reads them back. A link says for which inquiry of which buyer
 * it is and when it expires; it cannot be guessed, altered, or used for another inquiry. Nothing has to be kept of it.
 */
@Component
public class BuyerLinks implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(BuyerLinks.class);

    private static final int SIGNATURE_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final LinkKeys keys;
    private final PolicyVersions<ReferralPolicy> rules;
    private final Clock clock;

    BuyerLinks(LinkKeys keys, PolicyVersions<ReferralPolicy> rules, Clock clock) {
        this.keys = keys;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param expires the last instant at which the page can be read */
    public record Link(InquiryId inquiry, BuyerId buyer, Instant expires) {}

    /**
     * The same each time, for the same expiry and key.
     *
     * @param offerExpires when the offer of the inquiry expires; the page can be read for some days more
     * @return what a URL may contain as it stands
     */
    public String sign(InquiryId inquiry, BuyerId buyer, Instant offerExpires) {
        var stays = Duration.ofDays(
                rules.last(one -> one.isInForceAt(clock.instant())).rules().linkStaysForDays());
        var key = newestKey();
        var link = bytes(key.id(), new Link(inquiry, buyer, offerExpires.plus(stays)));
        var signed = ByteBuffer.allocate(SIGNATURE_BYTES + link.length)
                .put(signature(key, link))
                .put(link);
        return UrlBase64.encoded(signed.array());
    }

    /** Empty if this is none of our links. One that has expired is read anyway: see {@link #isExpired}. */
    public Optional<Link> read(String text) {
        var signed = UrlBase64.decoded(text);
        if (signed.length <= SIGNATURE_BYTES + Integer.BYTES + Long.BYTES) {
            return Optional.empty();
        }
        var signature = new byte[SIGNATURE_BYTES];
        var link = new byte[signed.length - SIGNATURE_BYTES];
        ByteBuffer.wrap(signed).get(signature).get(link);
        var id = ByteBuffer.wrap(link).getInt();
        return keys.all().stream()
                .filter(key -> key.id() == id)
                .filter(key -> MessageDigest.isEqual(signature, signature(key, link)))
                .findFirst()
                .map(key -> link(link));
    }

    public boolean isExpired(Link link) {
        return clock.instant().isAfter(link.expires());
    }

    /** The first node to start makes the first key. */
    @Override
    public void afterSingletonsInstantiated() {
        if (keys.all().isEmpty()) {
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            try {
                keys.add(new LinkKey(1, HEX.formatHex(secret), clock.instant()));
            } catch (DuplicateKeyException e) {
                log.debug("another node made the first key", e);
            }
        }
    }

    private LinkKey newestKey() {
        var all = keys.all();
        return all.get(all.size() - 1);
    }

    private static byte[] bytes(int key, Link link) {
        var ids = (link.inquiry().value() + "\n" + link.buyer().value()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + ids.length)
                .putInt(key)
                .putLong(link.expires().toEpochMilli())
                .put(ids)
                .array();
    }

    /** No id has a line break in it. */
    private static Link link(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        buffer.getInt();
        var expires = Instant.ofEpochMilli(buffer.getLong());
        var ids = List.of(StandardCharsets.UTF_8.decode(buffer).toString().split("\n", -1));
        return new Link(new InquiryId(ids.get(0)), new BuyerId(ids.get(1)), expires);
    }

    private static byte[] signature(LinkKey key, byte[] link) {
        return HmacSha256.of(HmacSha256.key(HEX.parseHex(key.secret())), "", link);
    }
}
