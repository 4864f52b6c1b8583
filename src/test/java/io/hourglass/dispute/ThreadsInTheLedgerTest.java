package io.hourglass.dispute;

import static io.hourglass.access.web.As.auditor;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.Seals;
import io.hourglass.audit.verifier.OutsidersScript;
import io.hourglass.audit.verifier.VerifyLedgerCommand;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.Answered;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.pairs.MailHash;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.inquiry.recount.RecountCommand;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.persons.ErasePerson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("Mails that answer each other, in the ledger:")
class ThreadsInTheLedgerTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path dir;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SubmitInquiry submit;

    @Autowired
    private RecordFact record;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private ErasePerson erase;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private Pseudonyms pseudonyms;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("a reply to a follow-up of a later day counts for the inquiry, in the number and in both recounts")
    void acrossDays() throws Exception {
        mail("first", "<1@b>", null);
        marketplace.pass(Duration.ofDays(2));
        mail("further", "<2@b>", "<1@b>");
        marketplace.pass(Duration.ofHours(1));
        reply("r", "further", "<r@s>");
        marketplace.pass(Duration.ofDays(2));
        mail("third", "<3@b>", "<r@s>");
        marketplace.pass(Duration.ofDays(12));
        reply("too late", "third", "<late@s>");
        mail("fourth", "<4@b>", "<late@s>");
        mail("alone", null, "<nothing@x>");
        marketplace.pass(Duration.ofDays(7));

        assertThat(states("first", "further", "third", "fourth", "alone"))
                .containsExactly(
                        InquiryState.TIMELY,
                        InquiryState.FOLLOW_UP,
                        InquiryState.FOLLOW_UP,
                        InquiryState.FOLLOW_UP,
                        InquiryState.UNANSWERED);
        assertRecounts();
        var sealed = exported();
        erase.erase(BUYER);
        assertThat(exported()).isEqualTo(sealed);
        assertThat(states("first", "further", "third", "fourth", "alone"))
                .containsExactly(
                        InquiryState.TIMELY,
                        InquiryState.FOLLOW_UP,
                        InquiryState.FOLLOW_UP,
                        InquiryState.FOLLOW_UP,
                        InquiryState.UNANSWERED);
        assertThat(sealed).doesNotContain("1@b", "r@s").contains("\"answers\":[\"", "\"mail\":\"");
    }

    @Test
    @DisplayName("a dispute can claim what a mail belongs to: the days of both are restated, and both recounts follow")
    void finding() throws Exception {
        mail("first", null, null);
        marketplace.pass(Duration.ofDays(2));
        mail("further", null, null);
        reply("r", "further", null);
        marketplace.pass(Duration.ofDays(8));
        assertThat(states("first", "further")).containsExactly(InquiryState.UNANSWERED, InquiryState.TIMELY);

        var claim = new Claim(InquiryFactKind.BELONGS_TO, null, null, new FactId("first"));
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("d"), new InquiryId("further"), claim, "It quotes us.", "li.wei"));
        decide.decide(new DecideDispute.Decided(new DisputeId("d"), true, "It does.", auditor()));

        assertThat(states("first", "further")).containsExactly(InquiryState.TIMELY, InquiryState.FOLLOW_UP);
        assertThat(files.open(new InquiryId("first")).history().get(1).cause().reference())
                .isEqualTo("d");
        marketplace.pass(Duration.ofDays(2));
        assertRecounts();
    }

    @Test
    @DisplayName(
            "a mail from before facts had hashes is written down when it is answered; sealed entries stay as they are")
    void former() throws Exception {
        mail("first", null, null);
        var hash = MailHash.of(
                String.valueOf(pseudonyms.given(List.of(BUYER.value())).get(BUYER.value())), "old@b");
        jdbc.sql("insert into hourglass.mail_tie (hash, inquiry, former) values (?, 'first', true)")
                .param(hash)
                .update();
        marketplace.pass(Duration.ofDays(8));
        var sealed = exported();

        mail("further", null, "<old@b>");
        mail("once more", null, "<old@b>");

        assertThat(states("further", "once more")).containsExactly(InquiryState.FOLLOW_UP, InquiryState.FOLLOW_UP);
        assertThat(files.open(new InquiryId("first")).facts())
                .extracting(kept -> kept.stored().fact().kind())
                .containsExactly(InquiryFactKind.RECEIVED, InquiryFactKind.IN_THREAD);
        marketplace.pass(Duration.ofDays(7));
        assertThat(exported()).startsWith(sealed);
        assertRecounts();
    }

    @Test
    @DisplayName(
            "a verdict that rests on a reply to a mail of a day that is not sealed yet is not checkable, by both recounts")
    void notSealedYet() throws Exception {
        mail("first", "<1@b>", null);
        marketplace.pass(Duration.ofDays(2));
        mail("further", "<2@b>", "<1@b>");
        reply("r", "further", "<r@s>");
        marketplace.pass(Duration.ofDays(4));

        assertThat(states("first")).containsExactly(InquiryState.TIMELY);
        var file = Files.writeString(dir.resolve("ledger.ndjson"), exported());
        assertThat(RecountCommand.run(
                        file.toString(), "--json", dir.resolve("json").toString()))
                .isZero();
        assertThat(Files.readString(dir.resolve("json")))
                .contains("not checkable", "a verdict of 2026-03-02 rests on a fact of a later day's mail")
                .doesNotContain("not equal");
        assertThat(script(file)).contains("0 numbers equal, 0 not, ").doesNotContain(" 0 not checkable");
        marketplace.pass(Duration.ofDays(6));
        assertRecounts();
    }

    private void assertRecounts() throws IOException, InterruptedException {
        var file = Files.writeString(dir.resolve("ledger.ndjson"), exported());
        assertThat(VerifyLedgerCommand.run(file.toString())).isZero();
        assertThat(RecountCommand.run(file.toString())).isZero();
        assertThat(script(file)).contains(" numbers equal, 0 not, 0 not checkable");
    }

    private static String script(Path file) {
        var answer = OutsidersScript.run(file);
        assertThat(answer.exit()).as(answer.said()).isZero();
        return answer.said();
    }

    private List<InquiryState> states(String... ids) {
        return List.of(ids).stream()
                .map(id -> files.open(new InquiryId(id)).judgement().state())
                .toList();
    }

    private void mail(String id, @Nullable String messageId, @Nullable String inReplyTo) {
        submit.submit(Submission.builder()
                .id(new InquiryId(id))
                .buyer(BUYER)
                .supplier(SUPPLIER)
                .channel(Channel.MAIL)
                .receivedAt(marketplace.now())
                .messageId(messageId)
                .answers(inReplyTo == null ? null : new Answered(List.of(inReplyTo), List.of()))
                .build());
    }

    private void reply(String id, String inquiry, @Nullable String messageId) {
        record.record(FactReport.builder()
                .id(new FactId(id))
                .inquiry(new InquiryId(inquiry))
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .channel(Channel.MAIL)
                .occurredAt(marketplace.now())
                .messageId(messageId)
                .build());
    }

    private String exported() {
        var out = new ByteArrayOutputStream();
        seals.between(Track.INQUIRY, MONDAY.minusDays(5), MONDAY.plusDays(60)).forEach(seal -> export.write(seal, out));
        return out.toString(StandardCharsets.UTF_8);
    }
}
