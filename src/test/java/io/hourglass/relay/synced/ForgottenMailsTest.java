package io.hourglass.relay.synced;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.relay.synced.FoundMails.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.mailbox.SyncedMails;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.relay.mails.RelayedMails;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Of ten thousand private mails beside ten answers")
class ForgottenMailsTest {

    private static final int PRIVATE = 10_000;
    private static final int ANSWERS = 10;
    private static final int AT_ONCE = 500;
    private static final Instant LATER = START.plus(Duration.ofHours(5));
    private static final Path DUMP =
            Path.of("target", "forgotten-" + ProcessHandle.current().pid() + ".hprof");

    @Autowired
    private SubmitInquiry submit;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SyncedMails synced;

    @Autowired
    private RelayedMails mails;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ChooseMail people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LoggingSystem logging;

    @BeforeEach
    void inquiries() {
        for (var number = 0; number < ANSWERS; number++) {
            var buyer = new BuyerId("buyer-" + number);
            submit.submit(Submission.builder()
                    .id(new InquiryId("i-" + number))
                    .buyer(buyer)
                    .supplier(Marketplace.SUPPLIER)
                    .channel(Channel.MAIL)
                    .messageId("<" + number + "@buyer.example>")
                    .text(new FactText("Pumps", "Hello"))
                    .build());
            accounts.put(new Account("bea-" + number, Role.BUYER, buyer.value(), "{noop}unused"));
            people.give("bea-" + number, "bea-" + number + "@buyer.example");
        }
        marketplace.passTo(LATER);
        logging.setLogLevel("io.hourglass", LogLevel.DEBUG);
    }

    @AfterEach
    void quiet() throws IOException {
        logging.setLogLevel("io.hourglass", null);
        Files.deleteIfExists(DUMP);
    }

    /** Sixteen small letters, other ones in each run; no text holds them but what is made of them in passing. */
    private static final class Mark {

        private static final int LETTERS = 16;
        private static final int MASK = 0x55;

        private final byte[] masked = new byte[LETTERS];

        Mark() {
            var random = new Random();
            for (var at = 0; at < LETTERS; at++) {
                masked[at] = (byte) (('a' + random.nextInt(26)) ^ MASK);
            }
        }

        String text() {
            var bytes = new byte[LETTERS];
            for (var at = 0; at < LETTERS; at++) {
                bytes[at] = (byte) (masked[at] ^ MASK);
            }
            return new String(bytes, StandardCharsets.US_ASCII);
        }

        /** Whether it stands in the file, in one byte a letter or in two. */
        boolean isIn(Path file) throws IOException {
            var part = new byte[1 << 20];
            try (var bytes = Files.newInputStream(file)) {
                var kept = 0;
                for (var read = bytes.readNBytes(part, 0, part.length);
                        read > 0;
                        read = bytes.readNBytes(part, kept, part.length - kept)) {
                    var length = kept + read;
                    if (isIn(part, length)) {
                        return true;
                    }
                    kept = Math.min(length, 2 * LETTERS);
                    System.arraycopy(part, length - kept, part, 0, kept);
                }
            }
            return false;
        }

        private boolean isIn(byte[] part, int length) {
            var first = (byte) (masked[0] ^ MASK);
            for (var at = 0; at < length; at++) {
                if (part[at] == first && (isAt(part, at, length, 1) || isAt(part, at, length, 2))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAt(byte[] part, int begin, int length, int step) {
            for (var letter = 1; letter < LETTERS; letter++) {
                var at = begin + letter * step;
                if (at >= length || part[at] != (byte) (masked[letter] ^ MASK)) {
                    return false;
                }
            }
            return true;
        }
    }

    private void take(Mark mark) {
        for (var from = 0; from < PRIVATE; from += AT_ONCE) {
            var some = IntStream.range(from, from + AT_ONCE)
                    .mapToObj(number -> unrelated(mark.text(), number))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (from % (PRIVATE / ANSWERS) == 0) {
                some.add(answer(mark.text(), from / (PRIVATE / ANSWERS)));
            }
            synced.take(Marketplace.SUPPLIER, ADDRESS, some);
        }
    }

    /** To strangers and to buyers, from strangers and from buyers, and some that cannot be taken. */
    private static SyncedMail unrelated(String mark, int number) {
        var buyer = "bea-" + number % ANSWERS + "@buyer.example";
        var stranger = mark + number + "@" + mark + ".example";
        var other = number % 3 == 0 ? buyer : stranger;
        var isSent = number % 2 == 0;
        var isBroken = number % 1_000 == 500;
        return FoundMails.of(
                isSent ? Folder.SENT : Folder.INBOX,
                isBroken ? Instant.MIN.plusSeconds(61) : START.plusSeconds(number),
                "From: " + mark + " <" + (isSent ? ADDRESS : other) + ">\nTo: " + mark + " <"
                        + (isSent ? other : ADDRESS) + ">\nCc: " + stranger + "\nSubject: Re: " + mark + " " + number
                        + "\nMessage-ID: <" + mark + number + "@shop.example>\nIn-Reply-To: <"
                        + (isBroken ? "1@buyer.example" : mark + "@" + mark) + ">\nReferences: <" + mark + "-1@"
                        + mark + "> <" + mark + "-2@" + mark + ">\nX-" + mark + ": " + mark);
    }

    private static SyncedMail answer(String mark, int number) {
        return FoundMails.of(
                Folder.SENT,
                START.plusSeconds(7_200 + number),
                "From: " + mark + " <" + ADDRESS + ">\nTo: bea-" + number + "@buyer.example\nCc: " + mark
                        + "@other.example\nSubject: Re: Pumps\nMessage-ID: <" + mark + "-r" + number
                        + "@shop.example>\nIn-Reply-To: <" + number + "@buyer.example>\nReferences: <" + mark
                        + "@x.example> <" + number + "@buyer.example>");
    }

    private long answered() {
        return IntStream.range(0, ANSWERS)
                .filter(number -> mails.numberOf(new InquiryId("i-" + number)) == 1)
                .count();
    }

    private boolean isInATable(String mark) {
        return jdbc.sql("script").query(String.class).list().stream()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(mark));
    }

    @Test
    @DisplayName("neither a word, an address nor an id is in a table, in a log, or in memory")
    void forgotten(CapturedOutput output) throws IOException {
        var mark = new Mark();
        CompletableFuture.runAsync(() -> take(mark)).join();
        assertThat(answered()).isEqualTo(ANSWERS);
        assertThat(isInATable("pumps")).isTrue();
        assertThat(isInATable(mark.text())).isFalse();
        assertThat(output.getAll().contains("mails of a mailbox cannot be taken"))
                .isTrue();
        assertThat(output.getAll().contains(mark.text())).isFalse();

        var held = new Mark();
        var text = List.of("one that is still " + held.text());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(DUMP.toString(), true);
        assertThat(held.isIn(DUMP)).isTrue();
        assertThat(mark.isIn(DUMP)).isFalse();
        assertThat(text).hasSize(1);
    }
}
