package io.hourglass.referral.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.links.BuyerLinks.Link;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("A buyer's link")
class BuyerLinksTest {

    private static final InquiryId INQUIRY = new InquiryId("询盘-1");
    private static final BuyerId BUYER = new BuyerId("buyer-1");
    private static final Duration STAYS = Duration.ofDays(30);

    @Autowired
    private BuyerLinks links;

    @Autowired
    private LinkKeys keys;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String token() {
        return links.sign(INQUIRY, BUYER, CleanSlate.START);
    }

    @Test
    @DisplayName("says for which inquiry of which buyer it is, and when it expires")
    void read() {
        assertThat(links.read(token())).contains(new Link(INQUIRY, BUYER, CleanSlate.START.plus(STAYS)));
        assertThat(token()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    @DisplayName("is read up to its last instant, and a millisecond later has expired")
    void expiry() {
        var link = links.read(token()).orElseThrow();
        clock.set(link.expires());
        assertThat(links.isExpired(link)).isFalse();
        clock.set(link.expires().plusMillis(1));
        assertThat(links.isExpired(link)).isTrue();
        assertThat(links.read(token())).isPresent();
    }

    @Test
    @DisplayName("that is altered in any bit is none")
    void altered() {
        var bytes = Base64.getUrlDecoder().decode(token());
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(other)))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("that is cut, lengthened, empty, very long or no link at all is none")
    void none() {
        var token = token();
        assertThat(links.read(token.substring(0, token.length() - 4))).isEmpty();
        assertThat(links.read(token + "AAAA")).isEmpty();
        assertThat(links.read("")).isEmpty();
        assertThat(links.read("A".repeat(80))).isEmpty();
        assertThat(links.read("A".repeat(5000))).isEmpty();
        assertThat(links.read("no link!")).isEmpty();
    }

    @Test
    @DisplayName("signed by a key that is gone is none, and another key signs otherwise")
    void anotherKey() {
        var mac = token();
        keys.add(new LinkKeys.LinkKey(1_000, "ab".repeat(32), CleanSlate.START));
        try {
            assertThat(token()).isNotEqualTo(mac);
            assertThat(links.read(mac)).isPresent();
            assertThat(links.read(token())).isPresent();
        } finally {
            remove();
        }
    }

    private void remove() {
        var token = token();
        jdbc.sql("delete from hourglass.link_key where id = 1000").update();
        assertThat(links.read(token)).isEmpty();
    }
}
