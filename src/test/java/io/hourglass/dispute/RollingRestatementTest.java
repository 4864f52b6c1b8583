package io.hourglass.dispute;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hourglass.HourglassTest;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.seals.Seals;
import io.hourglass.audit.verifier.OutsidersScript;
import io.hourglass.audit.verifier.VerifyLedgerCommand;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.recount.RecountCommand;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.Recount;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@HourglassTest
@TestPropertySource(properties = "hourglass.policy.duplicates=ROLLING_24H")
@DisplayName("Where duplicates reach across midnight, a restatement")
class RollingRestatementTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST = MONDAY.plusDays(5);

    /** Ten in the evening in Shanghai. */
    private static final Instant EVENING = START.plus(Duration.ofHours(12));

    /** The start of 9 March there, when the books of Wednesday close. */
    private static final Instant THIRD_CLOSE = Instant.parse("2026-03-08T16:00:00Z");

    @TempDir
    private Path dir;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private Recount recount;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    /** On Monday evening an anchor, 23 hours later its duplicate, and 46 hours later the anchor of Wednesday. */
    @BeforeEach
    void threeEvenings() {
        received("monday", EVENING);
        received("tuesday", EVENING.plus(Duration.ofHours(23)));
        received("wednesday", EVENING.plus(Duration.ofHours(46)));
    }

    private void received(String id, Instant at) {
        marketplace.passTo(at);
        marketplace.inquiry(id, BUYER, SUPPLIER, at, null);
    }

    private void accept(String inquiry, Claim claim) {
        var id = new DisputeId("d");
        raise.raise(new RaiseDispute.Raised(id, new InquiryId(inquiry), claim, "A log.", "li.wei"));
        decide.decide(new DecideDispute.Decided(id, true, "It shows.", auditor()));
    }

    private InquiryState verdictOf(String inquiry) {
        return InquiryState.of(last(inquiry).state());
    }

    private VerdictEntry last(String inquiry) {
        var history = entries.historyOf(new InquiryId(inquiry));
        return history.get(history.size() - 1);
    }

    @Test
    @DisplayName("carries over to the next day, and on to the one after, while verdicts change there")
    void onwards() {
        marketplace.passTo(THIRD_CLOSE);
        assertThat(verdictOf("tuesday")).isEqualTo(InquiryState.DUPLICATE);
        assertThat(verdictOf("wednesday")).isEqualTo(InquiryState.UNANSWERED);

        accept("monday", new Claim(InquiryFactKind.REJECTED, EVENING.plusSeconds(1), null, null));

        assertThat(verdictOf("monday")).isEqualTo(InquiryState.REJECTED);
        assertThat(verdictOf("tuesday")).isEqualTo(InquiryState.UNANSWERED);
        assertThat(verdictOf("wednesday")).isEqualTo(InquiryState.DUPLICATE);
        assertThat(last("wednesday").cause()).isEqualTo(new Cause(Cause.Kind.RESTATEMENT, "d"));
        assertThat(numbers.revisionsOf(SUPPLIER.subject(), FIRST, FIRST.plusDays(2)))
                .filteredOn(number -> number.revision() == 2)
                .extracting(PublishedNumber::publishedOn, PublishedNumber::countable)
                .containsExactly(tuple(FIRST, 0), tuple(FIRST.plusDays(2), 1));
        assertTheLedgerRecounts();
    }

    @Test
    @DisplayName("ends where it changes nothing more")
    void noFurther() {
        marketplace.passTo(THIRD_CLOSE);
        accept("monday", new Claim(InquiryFactKind.REPLIED, EVENING.plusSeconds(1), AuthorKind.HUMAN, null));
        assertThat(verdictOf("monday")).isEqualTo(InquiryState.TIMELY);
        assertThat(entries.historyOf(new InquiryId("tuesday"))).noneMatch(RollingRestatementTest::isRestated);
        assertThat(entries.historyOf(new InquiryId("wednesday"))).noneMatch(RollingRestatementTest::isRestated);
    }

    @Test
    @DisplayName("reaches the anchor of the day before, which a reply to its duplicate answers")
    void backwards() {
        marketplace.passTo(THIRD_CLOSE);
        accept(
                "tuesday",
                new Claim(InquiryFactKind.REPLIED, EVENING.plus(Duration.ofHours(24)), AuthorKind.HUMAN, null));

        assertThat(verdictOf("monday")).isEqualTo(InquiryState.TIMELY);
        assertThat(isRestated(last("monday"))).isTrue();
        assertThat(verdictOf("tuesday")).isEqualTo(InquiryState.DUPLICATE);
        assertThat(numbers.find(SUPPLIER.subject(), FIRST))
                .hasValueSatisfying(number -> assertThat(number.timely()).isEqualTo(1));
        assertTheLedgerRecounts();
    }

    @Test
    @DisplayName("is an input for a day that closes later")
    void beforeTheNextClose() {
        marketplace.passTo(THIRD_CLOSE.minus(Duration.ofDays(2)));
        accept("monday", new Claim(InquiryFactKind.REJECTED, EVENING.plusSeconds(1), null, null));
        marketplace.passTo(THIRD_CLOSE);

        assertThat(verdictOf("tuesday")).isEqualTo(InquiryState.UNANSWERED);
        assertThat(last("tuesday").cause().kind()).isNotEqualTo(Cause.Kind.RESTATEMENT);
        assertThat(verdictOf("wednesday")).isEqualTo(InquiryState.DUPLICATE);
        assertTheLedgerRecounts();
    }

    @Test
    @DisplayName("takes a mail that was found to be a follow-up out of the chain of a day that closes later")
    void followUp() {
        marketplace.inquiry("saturday", BUYER, SUPPLIER, EVENING.minus(Duration.ofDays(2)), null);
        marketplace.passTo(THIRD_CLOSE.minus(Duration.ofDays(2)));
        accept("monday", new Claim(InquiryFactKind.BELONGS_TO, null, null, new FactId("saturday")));
        marketplace.passTo(THIRD_CLOSE);

        assertThat(verdictOf("monday")).isEqualTo(InquiryState.FOLLOW_UP);
        assertThat(verdictOf("tuesday")).isEqualTo(InquiryState.UNANSWERED);
        assertThat(last("tuesday").cause().kind()).isNotEqualTo(Cause.Kind.RESTATEMENT);
        assertTheLedgerRecounts();
    }

    @Test
    @DisplayName("leaves nothing for a later fact of the pair to book in the sealed days")
    void nothingLeft() {
        marketplace.passTo(THIRD_CLOSE);
        accept(
                "tuesday",
                new Claim(InquiryFactKind.REPLIED, EVENING.plus(Duration.ofHours(24)), AuthorKind.HUMAN, null));
        var before = last("monday");
        marketplace.reply(new InquiryId("tuesday"));
        assertThat(last("monday")).isEqualTo(before);
        assertTheLedgerRecounts();
    }

    private static boolean isRestated(VerdictEntry entry) {
        return entry.cause().kind() == Cause.Kind.RESTATEMENT;
    }

    /** By the program from its tables, and from the file, once two more days are in it. */
    private void assertTheLedgerRecounts() {
        marketplace.pass(Duration.ofDays(2));
        for (var on = FIRST; !on.isAfter(FIRST.plusDays(3)); on = on.plusDays(1)) {
            assertThat(recount.of(SUPPLIER.subject(), on, null).equal())
                    .as(on.toString())
                    .isTrue();
        }
        var out = new ByteArrayOutputStream();
        seals.between(Track.INQUIRY, MONDAY, MONDAY.plusDays(60)).forEach(seal -> export.write(seal, out));
        var file = dir.resolve("ledger.ndjson");
        try {
            Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(VerifyLedgerCommand.run(file.toString())).isZero();
        assertThat(RecountCommand.run(file.toString())).isZero();
        var answer = OutsidersScript.run(file);
        assertThat(answer.exit()).as(answer.said()).isZero();
    }
}
