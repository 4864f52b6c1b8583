package io.hourglass.inquiry.process;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.Answered;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.intake.SubmitInquiry.Receipt;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.persons.ErasePerson;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.offers.ReferralState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails that answer each other, through the use cases and the engine. */
@HourglassTest
abstract class ThreadsInAnyOrder {

    private static final Instant T = CleanSlate.START;
    private static final InquiryId FIRST = new InquiryId("first");
    private static final InquiryId FURTHER = new InquiryId("further");

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
    private Alternatives alternatives;

    @Autowired
    private RuntimeService engine;

    @Test
    @DisplayName(
            "a mail and its answer and the mail that answers that give the same verdicts in whatever order they come")
    void orders() {
        var seen = new ArrayList<Map<String, String>>();
        for (var order : List.of("FRM", "FMR", "MFR")) {
            var buyer = new BuyerId("buyer-" + order);
            marketplace.pass(Duration.ofHours(4));
            for (var step : order.split("", -1)) {
                switch (step) {
                    case "F" -> mail(order + "-f", buyer, T, "<f@b>", null);
                    case "R" -> reply(order + "-r", order + "-f", T.plusSeconds(3600), "<r@s>");
                    case "M" -> mail(order + "-m", buyer, T.plusSeconds(7200), "<m@b>", "<r@s>");
                    default -> {}
                }
            }
            seen.add(Map.of("f", shown(order + "-f"), "m", shown(order + "-m").replace(order + "-f", "f")));
            assertThat(living(order + "-f")).as(order).isZero();
            assertThat(living(order + "-m")).as(order).isZero();
        }
        assertThat(seen).containsOnly(Map.of("f", "TIMELY", "m", "FOLLOW_UP of f"));
    }

    @Test
    @DisplayName(
            "a mail that is known to answer another has an entry at once and no process, and the receipt names the other")
    void atIntake() {
        mail("first", BUYER, T, "<1@b>", null);
        var receipt = mail("further", BUYER, T, "<2@b>", "<1@b>");

        assertThat(receipt)
                .extracting(Receipt::inquiry, Receipt::followUp, Receipt::isNew)
                .containsExactly(FIRST, true, true);
        assertThat(mail("further", BUYER, T, "<2@b>", "<1@b>"))
                .extracting(Receipt::inquiry, Receipt::followUp, Receipt::isNew)
                .containsExactly(FIRST, true, false);
        assertThat(living("further")).isZero();
        assertThat(open("further").history()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(InquiryState.FOLLOW_UP);
            assertThat(entry.anchor()).isEqualTo(FIRST);
            assertThat(entry.cause().reference()).isEqualTo("further");
        });
        assertThat(open("first").followUps()).containsExactly(FURTHER);
    }

    @Test
    @DisplayName("a thread that becomes known later ends the process of the mail, with an entry that names the cause")
    void knownLater() {
        mail("first", BUYER, T, null, null);
        marketplace.pass(Duration.ofDays(1));
        mail("further", BUYER, marketplace.now(), null, "<r@s>");
        assertThat(living("further")).isEqualTo(1);

        reply("r", "first", marketplace.now(), "<r@s>");

        assertThat(shown("further")).isEqualTo("FOLLOW_UP of first");
        assertThat(living("further")).isZero();
        assertThat(open("further").history()).extracting(VerdictEntry::state).containsExactly(InquiryState.FOLLOW_UP);
        assertThat(open("further").history().get(0).cause().reference()).isEqualTo("r");
    }

    @Test
    @DisplayName("a reply to a follow-up answers the inquiry that it follows, days apart, and ends its process")
    void replyToFollowUp() {
        mail("first", BUYER, T, "<1@b>", null);
        marketplace.pass(Duration.ofDays(2));
        mail("further", BUYER, marketplace.now(), null, "<1@b>");
        var answer = reply("r", "further", marketplace.now(), null);

        assertThat(answer.refusal()).isNull();
        assertThat(shown("first")).isEqualTo("TIMELY");
        assertThat(living("first")).isZero();
        assertThat(happens("x", "further", InquiryFactKind.REJECTED, null).refusal())
                .isEqualTo(Refusal.FOLLOW_UP);
    }

    @Test
    @DisplayName("a duplicate of a mail that becomes a follow-up takes its place, and the books follow")
    void duplicatesMove() {
        mail("first", BUYER, T, null, null);
        marketplace.pass(Duration.ofDays(1));
        mail("further", BUYER, marketplace.now(), null, "<r@s>");
        mail("later", BUYER, marketplace.now(), null, null);
        assertThat(shown("later")).isEqualTo("DUPLICATE");
        marketplace.pass(Duration.ofHours(1));

        reply("r", "first", marketplace.now(), "<r@s>");
        assertThat(shown("later")).isEqualTo("PENDING");
        marketplace.pass(Duration.ofDays(3));
        assertThat(open("later").history()).extracting(VerdictEntry::state).containsExactly(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("an offer not asked for is withdrawn once the mail becomes a follow-up, and a referral under way ends")
    void offers() {
        marketplace.supplier("other", "pumps");
        marketplace.inquiry("first", BUYER, SUPPLIER, "pumps", "a");
        marketplace.pass(Duration.ofDays(1));
        mail("offered", BUYER, marketplace.now(), null, "<r@s>");
        marketplace.pass(Duration.ofHours(73));
        assertThat(open("offered").onOffer()).isTrue();

        reply("r", "first", marketplace.now(), "<r@s>");

        assertThat(open("offered").onOffer()).isFalse();
        assertThat(living("offered")).isZero();
        assertThat(marketplace.askForAlternatives(new InquiryId("offered")).refusal())
                .isEqualTo(Refusal.FOLLOW_UP);
    }

    @Test
    @DisplayName("a referral that waits for its buyer ends withdrawn once the mail becomes a follow-up")
    void referral() {
        marketplace.supplier("other", "pumps");
        marketplace.inquiry("first", BUYER, SUPPLIER, "tiles", "a");
        marketplace.pass(Duration.ofDays(1));
        submit.submit(Submission.builder()
                .id(FURTHER)
                .buyer(BUYER)
                .supplier(SUPPLIER)
                .channel(Channel.MAIL)
                .category("pumps")
                .receivedAt(marketplace.now())
                .answers(new Answered(List.of("<r@s>"), List.of()))
                .text(new FactText(null, "a pump"))
                .build());
        marketplace.pass(Duration.ofHours(73));
        marketplace.askForAlternatives(FURTHER);
        assertThat(alternatives.of(FURTHER).state()).isEqualTo(ReferralState.OFFERED);

        reply("r", "first", marketplace.now(), "<r@s>");

        assertThat(alternatives.of(FURTHER).state()).isEqualTo(ReferralState.WITHDRAWN);
        assertThat(living("further")).isZero();
    }

    @Test
    @DisplayName("a person's finding goes before all ids, and its retraction undoes it: the process goes on")
    void finding() {
        mail("first", BUYER, T, null, null);
        marketplace.pass(Duration.ofDays(1));
        mail("further", BUYER, marketplace.now(), null, null);

        happens("finding", "further", InquiryFactKind.BELONGS_TO, "first");
        assertThat(shown("further")).isEqualTo("FOLLOW_UP of first");
        assertThat(living("further")).isZero();

        happens("taken back", "further", InquiryFactKind.RETRACTED, "finding");
        assertThat(shown("further")).isEqualTo("PENDING");
        assertThat(living("further")).isEqualTo(1);
        assertThat(open("further").history())
                .extracting(VerdictEntry::state)
                .containsExactly(InquiryState.FOLLOW_UP, InquiryState.PENDING);
    }

    @Test
    @DisplayName("a finding names an earlier inquiry of the same pair or the mail itself, and nothing else")
    void findingOfOthers() {
        mail("first", BUYER, T, null, null);
        mail("further", BUYER, T.plusMillis(1), null, null);
        mail("to another", new BuyerId("buyer-2"), T, null, null);

        assertThatThrownBy(() -> happens("f1", "first", InquiryFactKind.BELONGS_TO, "further"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> happens("f2", "further", InquiryFactKind.BELONGS_TO, "to another"))
                .isInstanceOf(InvalidInput.class);
        assertThat(happens("f3", "first", InquiryFactKind.BELONGS_TO, "first").refusal())
                .isNull();
        assertThat(happens("f4", "further", InquiryFactKind.BELONGS_TO, "first").refusal())
                .isNull();
    }

    @Test
    @DisplayName(
            "after the erasure of its buyer mails belong together as before, what is open is withdrawn, and a reply ties")
    void erasure() {
        mail("first", BUYER, T, "<1@b>", null);
        mail("further", BUYER, T, "<2@b>", "<1@b>");
        marketplace.pass(Duration.ofDays(1));
        mail("third", BUYER, marketplace.now(), "<3@b>", "<r@s>");

        erase.erase(BUYER);
        assertThat(states("first", "further", "third"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("first", "WITHDRAWN", "further", "FOLLOW_UP of first", "third", "WITHDRAWN"));

        reply("r", "further", marketplace.now(), "<r@s>");
        assertThat(shown("third")).isEqualTo("FOLLOW_UP of first");
    }

    @Test
    @DisplayName("ids are read with brackets or without, and References after In-Reply-To, the last first")
    void headers() {
        marketplace.pass(Duration.ofMinutes(1));
        mail("first", BUYER, T, "1@B", null);
        mail("second", BUYER, T.plusSeconds(1), "<2@b>", null);
        submit.submit(Submission.builder()
                .id(FURTHER)
                .buyer(BUYER)
                .supplier(SUPPLIER)
                .channel(Channel.MAIL)
                .receivedAt(T.plusSeconds(2))
                .answers(new Answered(List.of("<unknown@x>"), List.of("<1@b> <2@b>")))
                .build());
        assertThat(shown("further")).isEqualTo("FOLLOW_UP of second");
    }

    private Map<String, String> states(String... ids) {
        var states = new HashMap<String, String>();
        for (var id : ids) {
            states.put(id, shown(id));
        }
        return states;
    }

    private String shown(String id) {
        var file = open(id);
        return file.judgement().state()
                + file.follows().map(root -> " of " + root).orElse("");
    }

    private InquiryFile open(String id) {
        return files.open(new InquiryId(id));
    }

    private long living(String id) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .count();
    }

    private Receipt mail(
            String id, BuyerId buyer, Instant receivedAt, @Nullable String messageId, @Nullable String inReplyTo) {
        var answered = inReplyTo == null ? null : new Answered(List.of(inReplyTo), List.of());
        return submit.submit(Submission.builder()
                .id(new InquiryId(id))
                .buyer(buyer)
                .supplier(SUPPLIER)
                .channel(Channel.MAIL)
                .receivedAt(receivedAt)
                .messageId(messageId)
                .answers(answered)
                .build());
    }

    private Recorded reply(String id, String inquiry, Instant at, @Nullable String messageId) {
        return record.record(FactReport.builder()
                .id(new FactId(id))
                .inquiry(new InquiryId(inquiry))
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .channel(Channel.MAIL)
                .occurredAt(at)
                .messageId(messageId)
                .build());
    }

    private Recorded happens(String id, String inquiry, InquiryFactKind kind, @Nullable String about) {
        return record.record(FactReport.builder()
                .id(new FactId(id))
                .inquiry(new InquiryId(inquiry))
                .kind(kind)
                .channel(Channel.MAIL)
                .occurredAt(marketplace.now())
                .about(about == null ? null : new FactId(about))
                .build());
    }
}
