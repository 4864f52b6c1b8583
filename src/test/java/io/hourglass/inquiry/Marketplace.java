package io.hourglass.inquiry;

import io.hourglass.engine.DueTimers;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.DescribeSupplier;
import io.hourglass.market.profiles.SupplierProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Buyers, suppliers and the passing of time, for tests: things happen now unless said otherwise. */
@TestComponent
public class Marketplace {

    public static final BuyerId BUYER = new BuyerId("buyer-1");
    public static final SupplierId SUPPLIER = new SupplierId("supplier-1");

    private final SubmitInquiry submit;
    private final RecordFact record;
    private final Facts facts;
    private final DueTimers timers;
    private final DescribeSupplier describe;
    private final Clock clock;
    private int sent;

    Marketplace(
            SubmitInquiry submit,
            RecordFact record,
            Facts facts,
            DueTimers timers,
            DescribeSupplier describe,
            Clock clock) {
        this.submit = submit;
        this.record = record;
        this.facts = facts;
        this.timers = timers;
        this.describe = describe;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Everything that falls due on the way happens at its own instant. */
    public void pass(Duration duration) {
        passTo(now().plus(duration));
    }

    public void passTo(Instant instant) {
        timers.advanceTo(instant);
    }

    public InquiryId inquiry(String id) {
        return inquiry(id, BUYER, SUPPLIER, now(), null);
    }

    public InquiryId inquiry(
            String id, BuyerId buyer, SupplierId supplier, Instant receivedAt, @Nullable String spamReason) {
        var submission = Submission.builder()
                .id(new InquiryId(id))
                .buyer(buyer)
                .supplier(supplier)
                .channel(Channel.WEB)
                .receivedAt(receivedAt)
                .spamReason(spamReason)
                .build();
        return submit.submit(submission).inquiry();
    }

    /** With a category and a text, now. */
    public InquiryId inquiry(String id, BuyerId buyer, SupplierId supplier, String category, String text) {
        var submission = Submission.builder()
                .id(new InquiryId(id))
                .buyer(buyer)
                .supplier(supplier)
                .channel(Channel.WEB)
                .category(category)
                .receivedAt(now())
                .text(new FactText(null, text))
                .build();
        return submit.submit(submission).inquiry();
    }

    /** A supplier that deals in the categories. */
    public SupplierId supplier(String id, String... categories) {
        return describe(id, new SupplierProfile(null, null, null, false, List.of(categories), null));
    }

    public SupplierId describe(String id, SupplierProfile profile) {
        var supplier = new SupplierId(id);
        describe.describe(new DescribeSupplier.Description(supplier, profile));
        return supplier;
    }

    public Recorded reply(InquiryId inquiry) {
        return reply(inquiry, AuthorKind.HUMAN, now());
    }

    public Recorded reply(InquiryId inquiry, AuthorKind author, Instant at) {
        return happens(inquiry, InquiryFactKind.REPLIED, author, at);
    }

    public Recorded reject(InquiryId inquiry, Instant at) {
        return happens(inquiry, InquiryFactKind.REJECTED, null, at);
    }

    public Recorded reportSpam(InquiryId inquiry, Instant at) {
        return happens(inquiry, InquiryFactKind.SPAM_REPORTED, null, at);
    }

    public Recorded askForAlternatives(InquiryId inquiry) {
        return happens(inquiry, InquiryFactKind.ALTERNATIVES_REQUESTED, null, now());
    }

    /** Takes the supplier's last fact back, if there is one. */
    public void retractLast(InquiryId inquiry) {
        facts.of(List.of(inquiry)).getOrDefault(inquiry, List.of()).stream()
                .filter(fact -> fact.kind().canBeAmendedBy(InquiryFactKind.RETRACTED))
                .max(Comparator.comparing(Fact::recordedAt).thenComparing(Fact::id))
                .ifPresent(last -> record.record(FactReport.builder()
                        .id(new FactId("retracts-" + last.id().value()))
                        .inquiry(inquiry)
                        .kind(InquiryFactKind.RETRACTED)
                        .channel(Channel.WEB)
                        .occurredAt(now())
                        .about(last.id())
                        .build()));
    }

    public Recorded happens(InquiryId inquiry, InquiryFactKind kind, @Nullable AuthorKind author, Instant at) {
        sent++;
        var id = new FactId(kind.name().toLowerCase(Locale.ROOT) + "-" + sent);
        return record.record(FactReport.builder()
                .id(id)
                .inquiry(inquiry)
                .kind(kind)
                .author(author)
                .channel(Channel.WEB)
                .occurredAt(at)
                .build());
    }
}
