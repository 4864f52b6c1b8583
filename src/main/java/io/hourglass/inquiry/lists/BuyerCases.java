package io.hourglass.inquiry.lists;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referrals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a buyer has sent, and where each stands as of now. */
@Component
public class BuyerCases {

    private static final Comparator<InquiryThread> NEWEST_FIRST = Comparator.<InquiryThread, Instant>comparing(
                    errand -> errand.first().inquiry().receivedAt())
            .reversed()
            .thenComparing(errand -> errand.first().inquiry().id());

    private final JudgedInquiries judgedCases;
    private final Referrals referrals;
    private final Facts facts;
    private final Policies policies;
    private final Clock clock;

    BuyerCases(JudgedInquiries cases, Referrals referrals, Facts facts, Policies policies, Clock clock) {
        this.judgedCases = cases;
        this.referrals = referrals;
        this.facts = facts;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * An inquiry and its status.
     *
     * @param answeredAt when the first answer was given, however late; null without one
     * @param onOffer whether the buyer may ask for alternatives now
     * @param carriedFrom the inquiry that this one was carried over from; null if the buyer sent it itself
     */
    public record BuyerCase(
            Inquiry inquiry,
            Judgement judgement,
            BuyerStatus became,
            @Nullable Instant answeredAt,
            boolean onOffer,
            @Nullable InquiryId carriedFrom) {}

    /**
     * Something that the buyer wants, and all whom it asked for it.
     *
     * @param first the inquiry that the buyer sent itself; or one that was carried over from an inquiry of earlier days
     * @param subject null if there is none, or it was erased
     * @param carriedOver those that it was carried over to, and they in their turn, by their receipt
     */
    public record InquiryThread(BuyerCase first, @Nullable String subject, List<BuyerCase> carriedOver) {

        /** Each once. */
        private Stream<BuyerStatus> statuses() {
            return Stream.concat(Stream.of(first), carriedOver.stream())
                    .map(BuyerCase::became)
                    .distinct();
        }
    }

    /**
     * @param from the first natural day of receipt that the list covers, {@code to} the last
     * @param statuses how many of those days have each, whatever of these was asked for; one without any is absent
     */
    public record Page(
            ListPage<InquiryThread> errands, LocalDate from, LocalDate to, Map<BuyerStatus, Long> statuses) {}

    /**
     * What is asked for.
     *
     * @param became of an inquiry, or of one that it was carried over to; null for any
     * @param from the first natural day of receipt; null for 365 days before the last
     * @param to the last, included; null for today
     */
    public record Wanted(
            BuyerId buyer, @Nullable BuyerStatus became, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * The newest first.
     *
     * @throws InvalidInput if the days are in the wrong order, or more than 366
     */
    @Transactional(readOnly = true)
    public Page of(Wanted wanted, PageQuery page) {
        var days = ReceiptDays.of(wanted.from(), wanted.to(), ReceiptDays.MAX, today());
        var judged = judgedCases.ofBuyer(wanted.buyer(), days.first(), days.last());
        var picks = InChunks.find(judged.stream().map(one -> one.inquiry().id()).toList(), referrals::picksBehind);
        var all = errands(judged, picks);
        var errands = all.stream()
                .filter(errand ->
                        wanted.became() == null || errand.statuses().anyMatch(status -> status == wanted.became()))
                .sorted(NEWEST_FIRST)
                .toList();
        return new Page(
                page.cut(errands).map(this::withSubjects),
                days.first(),
                days.last(),
                all.stream().flatMap(InquiryThread::statuses).collect(groupingBy(status -> status, counting())));
    }

    /** To how many of its inquiries the buyer may ask for alternatives now. */
    @Transactional(readOnly = true)
    public long onOffer(BuyerId buyer) {
        var today = today();
        return judgedCases.ofBuyer(buyer, today.minusDays(longestOffer()), today).stream()
                .filter(InquiryInPair::isOnOffer)
                .count();
    }

    /** Days from an inquiry's receipt after which no version has it on offer any more. */
    private long longestOffer() {
        return policies.all().stream()
                        .map(policy -> policy.replyWithin().plus(policy.offerStaysFor()))
                        .mapToLong(Duration::toDays)
                        .max()
                        .orElseThrow()
                + 2; // of the day of receipt, and where a day is longer than 24 hours
    }

    /**
     * The inquiry that one of this buyer to this supplier would repeat if it was sent now: of the two one answer is owed
     * (R6), so that the buyer is better told before (R8).
     */
    @Transactional(readOnly = true)
    public Optional<InquiryId> repeatedBy(BuyerId buyer, SupplierId supplier) {
        var imagined = judgedCases.imagine(buyer, supplier);
        return imagined.verdict() == InquiryState.DUPLICATE ? Optional.ofNullable(imagined.anchor()) : Optional.empty();
    }

    private List<InquiryThread> errands(List<InquiryInPair> judged, Map<InquiryId, Pick> picks) {
        var cases = judged.stream()
                .map(one -> caseOf(one, picks.get(one.inquiry().id())))
                .sorted(Comparator.comparing((BuyerCase one) -> one.inquiry().receivedAt())
                        .thenComparing(one -> one.inquiry().id()))
                .toList();
        var known = cases.stream().collect(toMap(one -> one.inquiry().id(), one -> one));
        var byRoot = cases.stream().collect(groupingBy(one -> root(one, picks, known)));
        return byRoot.entrySet().stream()
                .map(errand -> new InquiryThread(known(known, errand.getKey()), null, without(errand)))
                .toList();
    }

    private static BuyerCase known(Map<InquiryId, BuyerCase> known, InquiryId id) {
        return Optional.ofNullable(known.get(id)).orElseThrow();
    }

    private static List<BuyerCase> without(Map.Entry<InquiryId, List<BuyerCase>> errand) {
        return errand.getValue().stream()
                .filter(one -> !one.inquiry().id().equals(errand.getKey()))
                .toList();
    }

    /** Itself, if the buyer sent it itself, or what it was carried over from is of earlier days. */
    private static InquiryId root(BuyerCase one, Map<InquiryId, Pick> picks, Map<InquiryId, BuyerCase> known) {
        var id = one.inquiry().id();
        return Optional.ofNullable(picks.get(id))
                .map(Pick::root)
                .filter(known::containsKey)
                .orElse(id);
    }

    private static BuyerCase caseOf(InquiryInPair judged, @Nullable Pick pick) {
        var judgement = judged.judgement();
        var answered = judged.answers().stream().map(Fact::occurredAt).findFirst();
        var answer = answered.or(() -> answeredElsewhere(judged));
        return new BuyerCase(
                judged.inquiry(),
                judgement,
                BuyerStatus.of(judgement.state(), answered.isPresent()),
                answer.orElse(null),
                judged.isOnOffer(),
                pick == null ? null : pick.inquiry());
    }

    /** When the reply was given that answers the inquiry through its duplicate. */
    private static Optional<Instant> answeredElsewhere(InquiryInPair judged) {
        var judgement = judged.judgement();
        var answered = judgement.state() == InquiryState.TIMELY || judgement.state() == InquiryState.LATE;
        return answered ? Optional.ofNullable(judged.grounds().decidingFact()).map(Fact::occurredAt) : Optional.empty();
    }

    private List<InquiryThread> withSubjects(Collection<InquiryThread> shown) {
        var receipts = facts.receiptsOf(
                shown.stream().map(errand -> errand.first().inquiry().id()).toList());
        return shown.stream()
                .map(errand -> new InquiryThread(
                        errand.first(),
                        subject(receipts.get(errand.first().inquiry().id())),
                        errand.carriedOver()))
                .toList();
    }

    private static @Nullable String subject(@Nullable Told receipt) {
        return receipt == null ? null : receipt.text().subject();
    }

    private LocalDate today() {
        return policies.dayOf(clock.instant());
    }
}
