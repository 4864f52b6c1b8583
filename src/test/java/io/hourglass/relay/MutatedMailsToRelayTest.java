package io.hourglass.relay;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.incoming.SignedCalls;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.relay.addresses.RelayAddresses;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private static final List<String> PIECES = List.of(
            "\0",
            "\r\n\r\n",
            "\r\n ",
            ":",
            "<",
            ">",
            ",",
            "@",
            "=?utf-8?B?/////w==?=",
            "=?utf-8?Q?=00=ED=A0=80?=",
            "\u202e",
            "\uFEFF",
            "x".repeat(9_000),
            "Cc: a@b,".repeat(40),
            "Received: by mx.market.example; ",
            "Mon, 31 Feb 2026 25:00:00 +9999",
            "Message-ID: <>",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "--b\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Disposition: attachment; filename*=utf-8''%00%zz\r\n",
            "Auto-Submitted: auto-replied\r\n",
            "Return-Path: <>\r\n");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RelayAddresses addresses;

    private final Random random = new Random(78);

    private byte[] changed(byte[] mail) {
        var from = random.nextInt(mail.length + 1);
        var to = Math.min(mail.length, from + random.nextInt(30));
        var changed = new ByteArrayOutputStream();
        changed.write(mail, 0, from);
        switch (random.nextInt(4)) {
            case 0, 1 ->
                changed.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 2 -> changed.write(random.nextInt(256));
            default -> changed.write(mail, from, to - from);
        }
        to = random.nextBoolean() ? from : to;
        changed.write(mail, to, mail.length - to);
        return changed.toByteArray();
    }

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
                mail = changed(mail);
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
