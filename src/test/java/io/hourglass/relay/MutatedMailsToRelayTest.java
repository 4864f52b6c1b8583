package io.hourglass.relay;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.incoming.SignedCalls;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.relay.addresses.RelayAddresses;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("Mails to a relay address with pieces changed, cut and doubled at random")
class MutatedMailsToRelayTest {

    private static final int MAILS = 1_500;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RelayAddresses addresses;

    private final Random random = new Random(78);
    private final ChangedMails changed = new ChangedMails(random);

    @Test
    @DisplayName("are taken or refused, and never fail")
    void never() throws Exception {
        var statuses = new TreeMap<Integer, Integer>();
        for (var number = 0; number < MAILS; number++) {
            var mail = SentMails.of(
                    START,
                    "Message-ID: <1@shop.example>\nCc: Pat <pat@buyer.example>\nContent-Type: multipart/mixed; boundary=b",
                    "--b\n\nSee.\n--b\nContent-Type: image/png; name=a.png\n\nx\n--b--");
            for (var change = random.nextInt(5); change >= 0; change--) {
                mail = changed.of(mail);
            }
            var inquiry = marketplace.inquiry("i-" + number / 50);
            var call = SignedCalls.mail(START, addresses.of(inquiry).orElseThrow(), mail);
            var status = mvc.perform(call).andReturn().getResponse().getStatus();
            statuses.merge(status, 1, Integer::sum);
        }
        assertThat(statuses.keySet()).isSubsetOf(200, 400);
        assertThat(statuses.get(200)).isGreaterThan(MAILS / 2);
    }
}
