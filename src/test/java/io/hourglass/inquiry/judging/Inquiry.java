package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One inquiry of a {@link Pair}. A fact is learned of as it happens, unless the test says otherwise. */
final class Inquiry {

    private final Pair pair;
    private final InquiryId id;
    private final ReplyPolicy policy;
    private final Instant receivedAt;
    private final Instant recordedAt;
    private final List<Fact> facts = new ArrayList<>();
    private final List<SyncGap> gaps = new ArrayList<>();
    private final List<DeclaredOutage> outages = new ArrayList<>();
    private @Nullable InquiryState settled;
    private MailIds mail = MailIds.NONE;

    Inquiry(Pair pair, InquiryId id, ReplyPolicy policy, Instant receivedAt, Instant recordedAt) {
        this.pair = pair;
        this.id = id;
        this.policy = policy;
        this.receivedAt = receivedAt;
        this.recordedAt = recordedAt;
    }

    Fact replied(Instant at) {
        return replied(at, AuthorKind.HUMAN);
    }

    Fact replied(Instant at, @Nullable AuthorKind author) {
        return happens(InquiryFactKind.REPLIED, at, author, false, null);
    }

    Fact repliedWithoutText(Instant at) {
        return happens(InquiryFactKind.REPLIED, at, AuthorKind.HUMAN, true, null);
    }

    Fact rejected(Instant at) {
        return happens(InquiryFactKind.REJECTED, at);
    }

    Fact reportedAsSpam(Instant at) {
        return happens(InquiryFactKind.SPAM_REPORTED, at);
    }

    Fact recognisedAsSpam(Instant at) {
        return happens(InquiryFactKind.SYSTEM_SPAM, at);
    }

    Fact bounced(Fact reply, Instant at) {
        return happens(InquiryFactKind.BOUNCED, at, null, false, reply.id());
    }

    Fact retracted(Fact wrong, Instant at) {
        return happens(InquiryFactKind.RETRACTED, at, null, false, wrong.id());
    }

    Fact reclassified(Fact reply, AuthorKind author, Instant at) {
        return happens(InquiryFactKind.RECLASSIFIED, at, author, false, reply.id());
    }

    Fact withdrawn(Instant at) {
        return happens(InquiryFactKind.WITHDRAWN, at);
    }

    /** A reply by a mail that has an id. */
    Fact replied(Instant at, AuthorKind author, String mailId) {
        var told = happens(InquiryFactKind.REPLIED, at, author);
        var fact = told.withMail(new MailIds(mailId, List.of()));
        facts.replaceAll(one -> one.equals(told) ? fact : one);
        return fact;
    }

    /** A person's finding, whatever the ids say. */
    Fact foundToBelongTo(Inquiry other, Instant at) {
        return happens(
                InquiryFactKind.BELONGS_TO, at, null, false, other.receipt().id());
    }

    /** The mail has this id, and answers those with the others. */
    Inquiry mail(@Nullable String own, String... answers) {
        mail = new MailIds(own, List.of(answers));
        return this;
    }

    Fact happens(InquiryFactKind kind, Instant at) {
        return happens(kind, at, null, false, null);
    }

    Fact happens(InquiryFactKind kind, Instant at, AuthorKind author) {
        return happens(kind, at, author, false, null);
    }

    private Fact happens(
            InquiryFactKind kind, Instant at, @Nullable AuthorKind author, boolean textless, @Nullable FactId about) {
        var fact = Fact.builder()
                .id(pair.nextFact())
                .caseId(id)
                .kind(kind)
                .author(author)
                .occurredAt(at)
                .recordedAt(at)
                .textless(textless)
                .about(about)
                .build();
        facts.add(fact);
        return fact;
    }

    void learnsOf(Fact fact, Instant recordedAt) {
        facts.replaceAll(told -> told.equals(fact) ? fact.withRecordedAt(recordedAt) : told);
    }

    void hasGap(Instant from, @Nullable Instant until, @Nullable Instant healedAt) {
        gaps.add(new SyncGap(from, until, from, healedAt));
    }

    void hasGap(SyncGap gap) {
        gaps.add(gap);
    }

    void hasOutage(Instant from, Instant until, Instant knownFrom) {
        outages.add(new DeclaredOutage(from, until, knownFrom));
    }

    void settledAs(InquiryState state) {
        settled = state;
    }

    Instant received() {
        return receivedAt;
    }

    /** What is dated before it never counts. */
    Instant earliest() {
        return receivedAt.minus(policy.counting().earlyBy());
    }

    Instant deadline() {
        return clocks().replyDeadline();
    }

    Instant windowEnd() {
        return clocks().windowCloses();
    }

    Instant close() {
        return clocks().booksClose();
    }

    Deadlines clocks() {
        return policy.clocksFor(receivedAt);
    }

    CaseFile file() {
        var all = new ArrayList<>(facts);
        all.add(receipt());
        return CaseFile.builder(receivedAt, policy)
                .id(id)
                .recordedAt(recordedAt)
                .facts(all)
                .unseen(new Unseen(gaps, outages))
                .settled(settled)
                .build();
    }

    private Fact receipt() {
        var fact = new FactId(id.value());
        return Fact.builder()
                .id(fact)
                .caseId(id)
                .kind(InquiryFactKind.RECEIVED)
                .occurredAt(receivedAt)
                .recordedAt(recordedAt)
                .mail(mail)
                .build();
    }

    InquiryId id() {
        return id;
    }

    Judgement judgedAt(Instant asOf) {
        return pair.judged(asOf).judgement(id);
    }

    /** As its books close. */
    Judgement judged() {
        return judgedAt(close());
    }

    InquiryState stateAt(Instant asOf) {
        return judgedAt(asOf).state();
    }

    /** As its books close. */
    InquiryState state() {
        return judged().state();
    }

    boolean supplierActedBy(Instant asOf) {
        return pair.judged(asOf).supplierActed(id);
    }

    Optional<Refusal> refusalOf(Fact fact) {
        return PairSnapshot.of(pair.files()).refusal(id, fact);
    }
}
