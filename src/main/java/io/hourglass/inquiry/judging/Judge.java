package io.hourglass.inquiry.judging;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.Clocks;
import io.hourglass.sla.Judgement;
import io.hourglass.sla.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides. The verdict follows from the facts and their own times alone: whatever order they arrive in, and however late
 * up to the books' close, it is the same; what comes after the close changes nothing. That a mail follows up another is
 * asked first, then the rules in the order of {@link Verdict}.
 *
 * <p>Each question takes a pair: the case files of one buyer's mails to one supplier, in any order, each at most once, with
 * all their facts, the RECEIVED fact with the mail's ids among them, and its settled verdict where its day is settled. Among
 * them must be
 *
 * <ul>
 *   <li>the inquiry that is asked about;
 *   <li>every mail that may share its chain of duplicates: those of its natural day; where a policy version says {@code
 *       ROLLING_24H}, also those of the days before it that are not settled and all received up to 24 hours before these, and
 *       those received up to 24 hours after its day;
 *   <li>the thread of each of these: every mail that is connected with it, in one step or more, by an id or by a finding. An
 *       id connects the mails that have it as their own, those with a reply that has it as its own, and those that answer
 *       it. A finding connects the mail with the one that it names. Learned late or not, earlier or later, known or settled
 *       does not matter.
 * </ul>
 *
 * <p>Further mails of the pair change nothing. A mail that is there for its thread alone cannot be asked about: its own
 * day's mails may be missing.
 */
public final class Judge {

    private Judge() {}

    /**
     * @param pair see {@link Judge}
     * @param asOf what was learned of later is left out of account
     * @throws IllegalArgumentException if the inquiry is not among the pair's, or not known as of that instant
     */
    public static Judgement judge(Collection<CaseFile> pair, InquiryId inquiry, Instant asOf) {
        var file = CaseFile.of(inquiry, pair);
        if (file.recordedAt().isAfter(asOf)) {
            throw new IllegalArgumentException(inquiry + " was not known as of " + asOf);
        }
        var ruling = new Ruling(file, asOf);
        if (!file.learnedInTime()) {
            return ruling.by(Rule.LEARNED_AFTER_CLOSE, null, null);
        }
        var inOrder = CaseFile.inOrder(pair);
        var threads = Threads.of(inOrder, file, asOf);
        return threads.linkOf(inquiry)
                .map(link -> ruling.by(link.rule(), link.fact().id(), link.root()))
                .orElseGet(() -> ruling.within(DuplicateChain.around(file, inOrder, threads, asOf)));
    }

    /**
     * Why this fact of the inquiry has no effect, on what is known at present; empty if no rule refuses it. What happens to a
     * follow-up is refused, but for replies, amendments and findings; its replies and amendments are measured at the receipt
     * of the inquiry that it follows.
     *
     * @param pair see {@link Judge}
     * @throws IllegalArgumentException if the inquiry is not among the pair's
     */
    public static Optional<Refusal> refusal(Collection<CaseFile> pair, InquiryId inquiry, Fact fact) {
        var conversation = Conversation.of(inquiry, pair, Instant.MAX);
        if (conversation.isFollowUp() && isOfAnInquiry(fact.kind())) {
            return Optional.of(Refusal.FOLLOW_UP);
        }
        var measuredBy = fact.is(FactKind.BELONGS_TO) ? conversation.file() : conversation.root();
        var counted = measuredBy.counted(fact.occurredAt());
        return counted == null
                ? Optional.of(Refusal.BEFORE_RECEIPT)
                : Optional.ofNullable(tooLate(fact.kind(), counted, conversation));
    }

    /** Whether it only means something where the mail is an inquiry of its own. */
    private static boolean isOfAnInquiry(FactKind kind) {
        return switch (kind) {
            case SYSTEM_SPAM, REJECTED, SPAM_REPORTED, WITHDRAWN, ALTERNATIVES_REQUESTED -> true;
            case RECEIVED, FOLLOW_UP, IN_THREAD, REPLIED, BOUNCED, BELONGS_TO, RETRACTED, RECLASSIFIED -> false;
        };
    }

    private static @Nullable Refusal tooLate(FactKind kind, Instant counted, Conversation conversation) {
        var clocks = conversation.file().clocks();
        var past =
                switch (kind) {
                    case REJECTED, SPAM_REPORTED ->
                        counted.isAfter(clocks.windowCloses()) ? Refusal.WINDOW_CLOSED : null;
                    case WITHDRAWN -> counted.isBefore(clocks.replyDeadline()) ? null : Refusal.DEADLINE_PASSED;
                    default -> null;
                };
        var yields = kind == FactKind.REJECTED || kind == FactKind.WITHDRAWN;
        return past == null && yields && conversation.known(Instant.MAX).answeredBy(counted)
                ? Refusal.ALREADY_ANSWERED
                : past;
    }

    /**
     * Whether the supplier has answered, rejected or reported this very inquiry, effectively, as far as was known by
     * then; closed books do not matter to that. Replies to its follow-ups answer it; of a follow-up only its replies matter.
     *
     * @param pair see {@link Judge}
     */
    public static boolean supplierActed(Collection<CaseFile> pair, InquiryId inquiry, Instant asOf) {
        var conversation = Conversation.of(inquiry, pair, asOf);
        return conversation.isFollowUp()
                ? conversation.answers(asOf).findAny().isPresent()
                : conversation.known(asOf).supplierActed();
    }

    /**
     * The replies that answer this very inquiry, those to its follow-ups among them, as far as was known by then, the earliest
     * first. Of a follow-up those to it that answer the inquiry that it follows. Each is dated as it counts.
     *
     * @param pair see {@link Judge}
     */
    public static List<Fact> answers(Collection<CaseFile> pair, InquiryId inquiry, Instant asOf) {
        return Conversation.of(inquiry, pair, asOf)
                .answers(asOf)
                .sorted(KnownFacts.EARLIEST_FIRST)
                .toList();
    }

    /**
     * What a judgement rests on, as far as was known by then.
     *
     * @param pair see {@link Judge}; the inquiry's own, so that those of an anchor's duplicates are among them
     * @param judgement of one of the pair's inquiries, perhaps one that was booked earlier
     */
    public static Grounds grounds(Collection<CaseFile> pair, Judgement judgement, Instant asOf) {
        return GroundsSearch.of(pair, judgement, asOf);
    }

    /**
     * The correction by which the fact of the inquiry is retracted or reclassified, as far as was known by then.
     *
     * @param pair see {@link Judge}
     */
    public static Optional<Fact> correctionOf(Fact fact, Collection<CaseFile> pair, InquiryId inquiry, Instant asOf) {
        var conversation = Conversation.of(inquiry, pair, asOf);
        return KnownFacts.correctionOf(fact, conversation.root(), conversation.followUps(), asOf);
    }

    private record Ruling(CaseFile file, Clocks clocks, Instant asOf) {

        Ruling(CaseFile file, Instant asOf) {
            this(file, file.clocks(), asOf);
        }

        Judgement within(DuplicateChain chain) {
            var own = chain.factsOf(file.id());
            var exclusion = own.exclusion();
            if (exclusion.isPresent()) {
                return by(exclusion.get().rule(), exclusion.get().fact().id(), null);
            }
            var anchor = chain.anchorOf(file.id());
            if (anchor != null && !anchor.equals(file.id())) {
                return by(Rule.DUPLICATE_OF_ANCHOR, null, anchor);
            }
            return asAnchor(chain);
        }

        private Judgement asAnchor(DuplicateChain chain) {
            return chain.factsAround(file.id()).stream()
                    .flatMap(member -> member.countingReplies().map(reply -> new Answer(reply, member.bounced(reply))))
                    .min((left, right) -> KnownFacts.EARLIEST_FIRST.compare(left.reply(), right.reply()))
                    .map(this::answered)
                    .orElseGet(this::unanswered);
        }

        private Judgement answered(Answer answer) {
            var inTime = !answer.reply().occurredAt().isAfter(clocks.replyDeadline());
            var rule = inTime ? Rule.ANSWERED_BY_DEADLINE : Rule.ANSWERED_AFTER_DEADLINE;
            return by(rule, answer.reply().id(), file.id(), answer.bounced());
        }

        private Judgement unanswered() {
            if (asOf.isBefore(clocks.replyDeadline())) {
                return by(Rule.DEADLINE_AHEAD, null, file.id(), false);
            }
            var excused = file.gaps().stream().anyMatch(gap -> gap.excuses(clocks, asOf));
            return by(excused ? Rule.SYNC_GAP_OVER_DEADLINE : Rule.NO_COUNTING_REPLY, null, file.id(), false);
        }

        Judgement by(Rule rule, @Nullable FactId fact, @Nullable InquiryId anchor) {
            return by(rule, fact, anchor, false);
        }

        private Judgement by(Rule rule, @Nullable FactId fact, @Nullable InquiryId anchor, boolean undelivered) {
            var closed = !asOf.isBefore(clocks.booksClose());
            var version = file.policy().version();
            return new Judgement(file.id(), rule, fact, anchor, clocks, version, closed, undelivered);
        }
    }

    private record Answer(Fact reply, boolean bounced) {}
}
