package io.hourglass.portal.buyer;

import io.hourglass.access.callers.Viewer;
import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.lists.BuyerCases;
import io.hourglass.inquiry.lists.BuyerCases.BuyerCase;
import io.hourglass.inquiry.lists.BuyerCases.InquiryThread;
import io.hourglass.inquiry.lists.BuyerCases.Wanted;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.market.profiles.CategoryPath;
import io.hourglass.portal.Answer;
import io.hourglass.portal.TimeLeft;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.referral.links.BuyerLinks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages of a buyer's inquiries say. */
@Component
class SentInquiries {

    private final BuyerCases cases;
    private final InquiryFiles files;
    private final RecordFact record;
    private final SupplierNames suppliers;
    private final BuyerLinks links;
    private final Viewer viewer;
    private final Clock clock;

    SentInquiries(
            BuyerCases cases,
            InquiryFiles files,
            RecordFact record,
            SupplierNames suppliers,
            BuyerLinks links,
            Viewer viewer,
            Clock clock) {
        this.cases = cases;
        this.files = files;
        this.record = record;
        this.suppliers = suppliers;
        this.links = links;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * A page of the list.
     *
     * @param from the first day of receipt that it covers, {@code to} the last
     * @param statuses see {@link BuyerCases.Page}
     */
    record Page(ListPage<Sent> sent, LocalDate from, LocalDate to, Map<BuyerStatus, Long> statuses) {}

    /**
     * One inquiry with all that was written.
     *
     * @param supplier the name of the one asked
     * @param offerEnds the last instant to ask for alternatives, and to pick
     * @param withdrawable whether the buyer can still take it back
     * @param follows the inquiry that this message follows up; null if it stands alone
     * @param carriedFrom the inquiry that this one was carried over from; null if the buyer sent it itself
     * @param carriedOver those that it was carried over to, in the order of the offer; of those, theirs are left out
     */
    record Letter(
            String id,
            String supplier,
            @Nullable String category,
            @Nullable String subject,
            @Nullable String body,
            Set<Detail> keptInPart,
            Shown at,
            BuyerStatus became,
            Shown due,
            @Nullable String left,
            List<Answer> answers,
            boolean onOffer,
            Shown offerEnds,
            boolean withdrawable,
            @Nullable String follows,
            @Nullable String carriedFrom,
            List<Letter> carriedOver) {}

    @Transactional(readOnly = true)
    public Page list(Wanted wanted, PageQuery page) {
        var found = cases.of(wanted, page);
        var names = suppliers.of(found.errands().items().stream()
                .flatMap(errand -> Stream.concat(Stream.of(errand.first()), errand.carriedOver().stream()))
                .map(one -> one.inquiry().supplier())
                .toList());
        var sent = found.errands()
                .map(errands ->
                        errands.stream().map(errand -> sent(errand, names)).toList());
        return new Page(sent, found.from(), found.to(), found.statuses());
    }

    /** @throws NotFound if the buyer has no such inquiry */
    @Transactional(readOnly = true)
    public Letter letter(BuyerId buyer, InquiryId id) {
        var file = open(buyer, id);
        var carried = file.carriedOverTo().stream().map(files::open).toList();
        var names = suppliers.of(Stream.concat(Stream.of(file), carried.stream())
                .map(one -> one.inquiry().supplier())
                .toList());
        return letter(file, carried, names);
    }

    /**
     * The token of the page on which the buyer asks for others in the place of the supplier (R30).
     *
     * @throws NotFound if the buyer has no such inquiry
     */
    @Transactional(readOnly = true)
    public String alternatives(BuyerId buyer, InquiryId id) {
        var file = open(buyer, id);
        return links.sign(id, buyer, file.judgement().clocks().offerExpires());
    }

    /**
     * The buyer takes the inquiry back. To do it again changes nothing.
     *
     * @throws NotFound if the buyer has no such inquiry
     */
    Recorded withdraw(BuyerId buyer, InquiryId id) {
        open(buyer, id);
        return record.recordOwn(FactReport.builder()
                .id(FactId.own("withdrawn", id.value()))
                .inquiry(id)
                .kind(InquiryFactKind.WITHDRAWN)
                .buyer(buyer)
                .actor(buyer.value())
                .channel(Channel.WEB)
                .build());
    }

    private InquiryFile open(BuyerId buyer, InquiryId id) {
        var file = files.open(id);
        if (!file.inquiry().buyer().equals(buyer)) {
            throw new NotFound("inquiry", id.value());
        }
        return file;
    }

    private Sent sent(InquiryThread errand, Function<SupplierId, String> names) {
        var carried = errand.carriedOver().stream()
                .map(one -> sent(one, null, names, List.of()))
                .toList();
        return sent(errand.first(), errand.subject(), names, carried);
    }

    private Sent sent(BuyerCase one, @Nullable String subject, Function<SupplierId, String> names, List<Sent> carried) {
        var inquiry = one.inquiry();
        var deadline = one.judgement().clocks().replyDeadline();
        var answered = one.answeredAt();
        return new Sent(
                inquiry.id().value(),
                names.apply(inquiry.supplier()),
                subject,
                inList(inquiry.receivedAt()),
                one.became(),
                inList(deadline),
                left(one.became(), deadline),
                answered == null ? null : inList(answered),
                one.onOffer(),
                carried);
    }

    private Letter letter(InquiryFile file, List<InquiryFile> carried, Function<SupplierId, String> names) {
        var inquiry = file.inquiry();
        var clocks = file.judgement().clocks();
        var became = BuyerStatus.of(file);
        var from = file.carriedFrom();
        return new Letter(
                inquiry.id().value(),
                names.apply(inquiry.supplier()),
                CategoryPath.shown(inquiry.category()),
                file.text().subject(),
                file.text().body(),
                file.keptInPart(),
                shown(inquiry.receivedAt()),
                became,
                shown(clocks.replyDeadline()),
                left(became, clocks.replyDeadline()),
                Answer.in(file, viewer.zone()),
                file.onOffer(),
                shown(clocks.offerExpires()),
                became == BuyerStatus.WAITING,
                Objects.toString(file.judgement().follows(), null),
                from == null ? null : from.value(),
                carried.stream().map(one -> letter(one, List.of(), names)).toList());
    }

    private @Nullable String left(BuyerStatus became, Instant deadline) {
        return became == BuyerStatus.WAITING ? TimeLeft.of(clock.instant(), deadline) : null;
    }

    private Shown inList(Instant instant) {
        return viewer.format().shown(instant);
    }

    private Shown shown(Instant instant) {
        return viewer.format().shown(instant);
    }
}
