package io.hourglass.relay.synced;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.relay.synced.FoundMails.ADDRESS;
import static io.hourglass.relay.synced.FoundMails.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.batch.Overloaded;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.threads.RecentThreads;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.relay.mails.BuyersAddresses;
import io.hourglass.relay.mails.KeepReply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

@HourglassTest
@DisplayName("While mails of a mailbox are taken")
class TakeSyncedMailsTest {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private FindInquiry inquiries;

    @Autowired
    private FindCandidate candidates;

    @Autowired
    private WriteSynced reports;

    @Autowired
    private KeepReply keep;

    @Autowired
    private RecentThreads threads;

    @Autowired
    private BuyersAddresses buyers;

    @Autowired
    private MailServer server;

    @Autowired
    private Clock clock;

    private final List<String> taken = new ArrayList<>();

    @BeforeEach
    void inquiry() {
        marketplace.inquiry("i-1");
    }

    /** Fails with the mail that is called {@code bad}. */
    private TakeSyncedMails failing(RuntimeException failure) {
        var one = new TakeSyncedMail(inquiries, candidates, reports, keep, threads, server, clock) {
            @Override
            void take(FoundMail mail, Mailbox mailbox) {
                var id = mail.id().orElseThrow();
                if (id.startsWith("<bad")) {
                    throw failure;
                }
                taken.add(id);
            }
        };
        return new TakeSyncedMails(threads, buyers, one, clock);
    }

    private void take(RuntimeException failure) {
        failing(failure)
                .take(
                        Marketplace.SUPPLIER,
                        ADDRESS,
                        List.of(
                                sent(START.plusSeconds(2), "last", ""),
                                sent(START.plusSeconds(1), "bad", ""),
                                sent(START, "first", "")));
    }

    @Test
    @DisplayName("one that cannot be kept is left out, and those before and after it are taken, the earliest first")
    void one() {
        take(new DataIntegrityViolationException("too long"));
        assertThat(taken).containsExactly("<first@shop.example>", "<last@shop.example>");
    }

    @Test
    @DisplayName(
            "a database that is away, or too much else to do, is told to whoever reads the mailbox: it reads them again")
    void away() {
        for (var failure : List.of(
                new DataAccessResourceFailureException("away"),
                new IllegalStateException(new DataAccessResourceFailureException("away")),
                new Overloaded("now"))) {
            assertThatThrownBy(() -> take(failure)).isSameAs(failure);
        }
        assertThat(taken).hasSize(3).containsOnly("<first@shop.example>");
    }
}
