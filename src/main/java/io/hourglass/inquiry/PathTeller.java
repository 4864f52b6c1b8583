package io.hourglass.inquiry;

import static java.util.Comparator.comparing;

import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.ProcessPath.KnownBy;
import io.hourglass.inquiry.ProcessPath.Step;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactKind;
import io.hourglass.rate.Cause;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.referral.Referral;
import io.hourglass.referral.ReferralState;
import io.hourglass.sla.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code inquiry.bpmn} and {@code referral.bpmn} by what is kept. Timers and notices say what happened for
 * certain; where only a fact woke the process, the judge is asked as of then, as the process did. Tests hold each way
 * through the models to the engine's own history.
 */
final class PathTeller {

    private static final String INQUIRY = "inquiry";
    private static final String REFERRAL = "referral";

    private static final Set<FactKind> BY_THE_BUYER =
            EnumSet.of(FactKind.RECEIVED, FactKind.FOLLOW_UP, FactKind.ALTERNATIVES_REQUESTED);

    private final Evidence evidence;
    private final InquiryInPair hearing;
    private final List<Step> steps = new ArrayList<>();

    PathTeller(Evidence evidence) {
        this.evidence = evidence;
        this.hearing = evidence.hearing();
    }

    /**
     * Of one process of the inquiry: it may have been begun more than once.
     *
     * @param from when it was begun
     * @param until when the next one was; null for the last
     * @param entries in their order
     * @param fired in the order in which they fired
     * @param referral null if the buyer never asked for alternatives, or its request was refused
     * @param waits where tokens wait now
     */
    record Evidence(
            Instant from,
            @Nullable Instant until,
            InquiryInPair hearing,
            List<VerdictEntry> entries,
            List<Notice> notices,
            List<ProcessTimer> fired,
            @Nullable Referral referral,
            List<ProcessNode> waits) {

        /** What concerns that process alone. */
        Evidence between(Instant begun, @Nullable Instant next) {
            return new Evidence(
                    begun,
                    next,
                    hearing,
                    entries.stream()
                            .filter(entry -> isWithin(entry.bookedAt(), begun, next))
                            .toList(),
                    notices.stream()
                            .filter(told -> next == null || told.toldAt().isBefore(next))
                            .toList(),
                    fired.stream()
                            .filter(timer -> isWithin(Objects.requireNonNull(timer.firedAt()), begun, next))
                            .toList(),
                    referral != null && isWithin(referral.askedAt(), begun, next) ? referral : null,
                    next == null ? waits : List.of());
        }

        private static boolean isWithin(Instant instant, Instant begun, @Nullable Instant next) {
            return !instant.isBefore(begun) && (next == null || instant.isBefore(next));
        }
    }

    /** @param nodes those passed on the way to the end, the end event the last of them */
    private record Ending(Instant at, List<String> nodes, KnownBy knownBy, @Nullable String reference) {}

    List<Step> tell() {
        if (neverBegan()) {
            return List.of();
        }
        var received = evidence.from();
        inquiry(received, KnownBy.INQUIRY, null, "InquiryReceived", "ScreenInquiry");
        systemSpam()
                .ifPresentOrElse(
                        spam -> end(new Ending(received, List.of("Excluded"), KnownBy.FACT, spam)),
                        () -> kept(received));
        return List.copyOf(steps);
    }

    /** A mail that was known to be a follow-up when it came in has no process of its own, unless it stood alone later. */
    private boolean neverBegan() {
        return evidence.waits().isEmpty()
                && !evidence.entries().isEmpty()
                && evidence.entries().stream().allMatch(entry -> entry.state() == State.FOLLOW_UP)
                && evidence.entries()
                        .get(0)
                        .cause()
                        .reference()
                        .equals(hearing.inquiry().id().value());
    }

    private void kept(Instant received) {
        inquiry(received, KnownBy.INQUIRY, null, "KeepCaseOpen");
        evidence.fired().forEach(this::fired);
        var ending = ending();
        ending.ifPresent(this::end);
        referral(ending.isPresent());
    }

    private Optional<String> systemSpam() {
        return hearing.file().facts().stream()
                .filter(fact -> fact.is(FactKind.SYSTEM_SPAM))
                .map(fact -> fact.id().value())
                .findFirst();
    }

    private void fired(ProcessTimer timer) {
        var at = Objects.requireNonNull(timer.firedAt());
        switch (timer.node().id()) {
            case "WindowClosed" -> inquiry(at, KnownBy.TIMER, null, "WindowClosed", "ObjectionsOver");
            case "ReplyDeadlinePassed" -> {
                inquiry(at, KnownBy.TIMER, null, "ReplyDeadlinePassed", "JudgeAtDeadline");
                toldAtDeadline()
                        .ifPresent(told -> inquiry(
                                told.toldAt().isBefore(at) ? at : told.toldAt(),
                                KnownBy.NOTICE,
                                told.kind().name(),
                                "TellBuyer",
                                "BuyerTold"));
            }
            case "OfferExpired" -> inquiry(at, KnownBy.TIMER, null, "OfferExpired");
            default -> {} // a timer of the referral, see there
        }
    }

    /** What ended the wait without a referral; empty while it lasts, and where the referral ended it. */
    private Optional<Ending> ending() {
        var expired = firing(INQUIRY, "OfferExpired");
        if (expired.isPresent()) {
            return expired.map(at -> new Ending(at, List.of("LeftUnserved"), KnownBy.TIMER, "OfferExpired"));
        }
        var deadline = firing(INQUIRY, "ReplyDeadlinePassed");
        if (deadline.isPresent() && toldAtDeadline().isEmpty()) {
            return judgedAtDeadline(deadline.get());
        }
        return isWaiting() ? Optional.empty() : woken();
    }

    /** Where the process went on from the deadline without an offer. */
    private Optional<Ending> judgedAtDeadline(Instant firedAt) {
        var entry = entry(Cause.Kind.DEADLINE);
        var then = hearing.at(entry.map(VerdictEntry::bookedAt).orElse(firedAt));
        var knownBy = entry.isPresent() ? KnownBy.ENTRY : KnownBy.TIMER;
        return then.alternativesRequested()
                ? Optional.empty()
                : Optional.of(new Ending(firedAt, nodes(then.outcome()), knownBy, Cause.Kind.DEADLINE.name()));
    }

    /** Woken by the supplier, by its reply to a duplicate of this inquiry, or as a follow-up, unless the buyer had asked. */
    private Optional<Ending> woken() {
        return Stream.concat(acted().stream(), answeredElsewhere().stream())
                .min(comparing(Ending::at))
                .or(this::judgedOtherwise);
    }

    /** What became known of another inquiry of the pair left nothing to wait for. */
    private Optional<Ending> judgedOtherwise() {
        return evidence.entries().stream()
                .filter(entry -> evidence.referral() == null && evidence.until() == null)
                .filter(entry -> entry.cause().kind() == Cause.Kind.FACT)
                .reduce((earlier, later) -> later)
                .map(entry -> new Ending(
                        entry.bookedAt(),
                        nodes(hearing.at(entry.bookedAt()).outcome()),
                        KnownBy.ENTRY,
                        Cause.Kind.FACT.name()));
    }

    private Optional<Ending> acted() {
        return firstActing()
                .filter(fact -> evidence.referral() == null || precedes(fact, evidence.referral()))
                .map(fact -> new Ending(
                        fact.recordedAt(),
                        nodes(hearing.at(fact.recordedAt()).outcome()),
                        KnownBy.FACT,
                        fact.id().value()));
    }

    /** The fact by which it first was known that the supplier had acted effectively, or the buyer's withdrawal. */
    private Optional<Fact> firstActing() {
        return hearing.file().facts().stream()
                .filter(fact -> !BY_THE_BUYER.contains(fact.kind()))
                .filter(fact -> !fact.recordedAt().isBefore(evidence.from()))
                .filter(fact -> evidence.until() == null || !fact.recordedAt().isAfter(evidence.until()))
                .sorted(comparing(Fact::recordedAt))
                .filter(fact -> fact.is(FactKind.WITHDRAWN) || hearing.supplierActedBy(fact.recordedAt()))
                .findFirst();
    }

    /** A rejection that found a request waiting began the referral itself, and told nobody of the rejection. */
    private boolean precedes(Fact acting, Referral referral) {
        return acting.is(FactKind.REJECTED)
                ? notice(Notice.Kind.REJECTED).isPresent()
                : acting.recordedAt().isBefore(referral.askedAt());
    }

    private Optional<Ending> answeredElsewhere() {
        return notice(Notice.Kind.REPLIED_AFTER_ALL)
                .filter(told -> !told.toldAt().isBefore(evidence.from()))
                .filter(told -> evidence.referral() == null
                        || told.toldAt().isBefore(evidence.referral().askedAt()))
                .map(told -> new Ending(
                        told.toldAt(),
                        List.of("Answered"),
                        KnownBy.NOTICE,
                        told.kind().name()));
    }

    private void end(Ending ending) {
        var booked = entry(Cause.Kind.END_EVENT).map(entry -> entry.cause().reference());
        var knownBy = booked.isPresent() ? KnownBy.ENTRY : ending.knownBy();
        inquiry(
                ending.at(),
                knownBy,
                booked.orElse(ending.reference()),
                ending.nodes().toArray(String[]::new));
    }

    private static List<String> nodes(Outcome outcome) {
        return switch (outcome) {
            case EXCLUDED -> List.of("Excluded");
            case ANSWERED -> List.of("Answered");
            case REJECTED -> List.of("TellBuyerOfRejection", "Excluded");
            case UNSERVED -> List.of("LeftUnserved");
            case ALTERNATIVES_REQUESTED -> List.of();
        };
    }

    /** @param afterTheEnd whether the process was over, so that the request opened one more */
    private void referral(boolean afterTheEnd) {
        var referral = evidence.referral();
        if (referral == null) {
            return;
        }
        var asked = referral.askedAt();
        if (afterTheEnd) {
            inquiry(asked, KnownBy.REFERRAL, null, "AskedAfterTheEnd");
        }
        inquiry(asked, KnownBy.REFERRAL, null, "FindAlternatives");
        referred(asked, KnownBy.REFERRAL, null, "AlternativesRequested", "RankCandidates");
        course(referral)
                .ifPresent(at -> inquiry(at, KnownBy.REFERRAL, referral.state().name(), "AskedForAlternatives"));
    }

    /** What the buyer made of it; when that was, or empty while the buyer has the choice. */
    private Optional<Instant> course(Referral referral) {
        var state = referral.state();
        if (state == ReferralState.NOBODY_FOUND || state == ReferralState.LIMIT_REACHED) {
            referred(referral.askedAt(), KnownBy.REFERRAL, state.name(), "ReportNoCandidate", "NobodyRecommended");
            return Optional.of(referral.askedAt());
        }
        referred(referral.askedAt(), KnownBy.REFERRAL, null, "AwaitBuyersChoice");
        var decided = referral.decidedAt();
        if (decided != null) {
            var nodes = state == ReferralState.PICKED
                    ? new String[] {"CarryOverPicks", "CarriedOver"}
                    : new String[] {"OfferDeclined"};
            referred(decided, KnownBy.REFERRAL, state.name(), nodes);
            return Optional.of(decided);
        }
        var expired = firing(REFERRAL, "ChoiceExpired");
        expired.ifPresent(at -> referred(at, KnownBy.TIMER, null, "ChoiceExpired", "OfferLapsed"));
        return expired;
    }

    private boolean isWaiting() {
        return evidence.waits().contains(new ProcessNode(INQUIRY, "KeepCaseOpen"));
    }

    private Optional<Notice> toldAtDeadline() {
        return notice(Notice.Kind.ALTERNATIVES_AVAILABLE).or(() -> notice(Notice.Kind.NO_REPLY_VISIBLE_YET));
    }

    private Optional<Notice> notice(Notice.Kind kind) {
        return evidence.notices().stream().filter(told -> told.kind() == kind).findFirst();
    }

    private Optional<VerdictEntry> entry(Cause.Kind kind) {
        return evidence.entries().stream()
                .filter(entry -> entry.cause().kind() == kind)
                .findFirst();
    }

    private Optional<Instant> firing(String process, String timer) {
        var node = new ProcessNode(process, timer);
        return evidence.fired().stream()
                .filter(fired -> fired.node().equals(node))
                .findFirst()
                .map(ProcessTimer::firedAt);
    }

    private void inquiry(Instant at, KnownBy knownBy, @Nullable String reference, String... nodes) {
        add(INQUIRY, at, knownBy, reference, nodes);
    }

    private void referred(Instant at, KnownBy knownBy, @Nullable String reference, String... nodes) {
        add(REFERRAL, at, knownBy, reference, nodes);
    }

    private void add(String process, Instant at, KnownBy knownBy, @Nullable String reference, String... nodes) {
        for (var node : nodes) {
            steps.add(new Step(new ProcessNode(process, node), at, knownBy, reference));
        }
    }
}
