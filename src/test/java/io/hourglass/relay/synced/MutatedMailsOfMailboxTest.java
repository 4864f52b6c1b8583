package io.hourglass.relay.synced;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.relay.synced.FoundMails.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.threads.RecentThreads;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mail.parse.MailReader;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.relay.ChangedMails;
import io.hourglass.relay.SentMails;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.RelayedMails;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("Mails of a mailbox with pieces changed, cut and doubled at random")
class MutatedMailsOfMailboxTest {

    private static final int MAILS = 400;
    private static final int OF_AN_INQUIRY = 20;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private TakeSyncedMail take;

    @Autowired
    private RecentThreads threads;

    @Autowired
    private RelayAddresses addresses;

    @Autowired
    private RelayedMails mails;

    private final Random random = new Random(82);
    private final ChangedMails changed = new ChangedMails(random);

    @Test
    @DisplayName("are taken or forgotten, and never fail")
    void never() throws IOException {
        var taken = 0;
        for (var number = 0; number < MAILS; number++) {
            var inquiry = new InquiryId("i-" + number / OF_AN_INQUIRY);
            if (number % OF_AN_INQUIRY == 0) {
                marketplace.inquiry(inquiry.value());
            }
            var before = mails.numberOf(inquiry);
            take.take(new FoundMail(mail(number, addresses.of(inquiry).orElseThrow())), mailbox());
            taken += mails.numberOf(inquiry) - before;
        }
        assertThat(taken).isBetween(MAILS / 4, MAILS);
    }

    private SyncedMail mail(int number, String address) throws IOException {
        var mail = SentMails.of(
                START,
                "Message-ID: <" + number + "@shop.example>\nCc: " + address + ", Pat <pat@buyer.example>\n"
                        + "In-Reply-To: <a@buyer.example>\nReferences: <a@b.example> <c@d.example>",
                "");
        for (var change = random.nextInt(5); change >= 0; change--) {
            mail = changed.of(mail);
        }
        var read = MailReader.headers(new ByteArrayInputStream(mail));
        return new SyncedMail(Folder.SENT, read, START, START, null);
    }

    private Mailbox mailbox() {
        var known = threads.of(Marketplace.SUPPLIER, START.minusSeconds(1), START.plusSeconds(1));
        return new Mailbox(ADDRESS, known, Map.of(), new HashMap<>());
    }
}
