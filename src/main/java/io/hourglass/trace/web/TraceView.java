package io.hourglass.trace.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.trace.FactTrace;
import io.hourglass.trace.InWords;
import io.hourglass.trace.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An inquiry from its first fact to its verdict. Fields are only ever added. */
@Schema(example = TraceExample.JSON)
record TraceView(
        @Schema(description = "The instant as of which it was judged and read.") Instant asOf,
        Subject inquiry,
        @Schema(description = "Why the state is what it is, the same words for every reader.") InWords explanation,
        ClocksView clocks,
        PolicyTrace policy,
        @Schema(description = "In the order of their occurrence.") List<FactTrace> facts,
        @Schema(description = "Those that fired, in their order, then those that have not.") List<TimerView> timers,
        @Schema(description = "Each change of the state in the books.") List<DecisionTrace> decisions,
        PathView path,
        @Schema(description = "The notices to the buyer.") List<Notice> notices,
        @Schema(description = "What people were told about it by mail.") List<MailTrace> mails,
        @Schema(description = "By what replies that came by mail were taken for such.") List<RelayedTrace> relayed,
        @Schema(description = "Absent if the supplier depends on no mailbox, and there was no outage.") @Nullable
                SeenTrace seen,
        @Schema(description = "Absent if no alternatives were asked for, or the request was refused.") @Nullable
                ReferralTrace referral,
        @Schema(description = "Of the verdict, the earliest raised first.") List<DisputeTrace> disputes,
        @Schema(description = "The published numbers that cover its day; absent for an inquiry outside the books.")
                @Nullable
                NumbersView numbers,
        @Schema(description = "Absent while the books of its day are open, and for an inquiry outside the books.")
                @Nullable
                LedgerView ledger) {

    record Subject(
            String id,
            String buyer,
            String supplier,
            Channel channel,
            @Nullable String category,
            Instant receivedAt,
            @Schema(description = "When Hourglass recorded it.") Instant recordedAt,
            @Schema(description = "Recorded after its day was locked: kept, not counted.") boolean late,
            @Schema(description = "The natural day of receipt in the marketplace zone.") LocalDate day,
            InquiryState state,
            @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Schema(description = "Null while pending, and outside the books.")
                    @Nullable
                    InquiryState verdict,
            boolean booksClosed,
            @Schema(description = "Of the mails in its thread.") List<String> messageIds,
            @Schema(description = "Of a FOLLOW_UP, the inquiry that it follows up.") @Nullable String follows,
            @Schema(description = "Its follow-ups.") List<String> followUps,
            @Nullable String carriedFrom,
            List<String> carriedOverTo) {

        static Subject of(Trace trace) {
            var file = trace.file();
            var inquiry = file.inquiry();
            var judgement = file.judgement();
            var carriedFrom = file.carriedFrom();
            return new Subject(
                    inquiry.id().value(),
                    inquiry.buyer().value(),
                    inquiry.supplier().value(),
                    inquiry.channel(),
                    inquiry.category(),
                    inquiry.receivedAt(),
                    inquiry.recordedAt(),
                    judgement.state() == InquiryState.OUT_OF_BOOKS,
                    inquiry.day(),
                    judgement.state(),
                    judgement.verdict(),
                    judgement.booksClosed(),
                    trace.thread(),
                    file.follows().map(InquiryId::value).orElse(null),
                    file.followUps().stream().map(InquiryId::value).toList(),
                    carriedFrom == null ? null : carriedFrom.value(),
                    file.carriedOverTo().stream().map(InquiryId::value).toList());
        }
    }

    /** The same instant twice. */
    record ClockView(Instant utc, @Schema(description = "In the marketplace zone.") OffsetDateTime local) {

        static ClockView of(Instant instant, ZoneId zone) {
            return new ClockView(instant, instant.atZone(zone).toOffsetDateTime());
        }
    }

    record ClocksView(
            @Schema(description = "The marketplace zone.") String zone,
            ClockView received,
            @Schema(description = "A reply at that very instant is in time.") ClockView replyDeadline,
            @Schema(description = "The last instant to reject or to report spam.") ClockView windowCloses,
            @Schema(description = "The last instant to ask for alternatives.") ClockView offerExpires,
            @Schema(description = "Only what occurred before it, and is known by then, decides.")
                    ClockView booksClose) {

        static ClocksView of(Deadlines clocks, ZoneId zone) {
            return new ClocksView(
                    zone.getId(),
                    ClockView.of(clocks.receivedAt(), zone),
                    ClockView.of(clocks.replyDeadline(), zone),
                    ClockView.of(clocks.windowCloses(), zone),
                    ClockView.of(clocks.offerExpires(), zone),
                    ClockView.of(clocks.booksClose(), zone));
        }
    }

    /** The policy version that judges the inquiry. */
    record PolicyTrace(
            int version,
            @Schema(description = "Of the decision table author-kinds.dmn.") int authorKindsVersion,
            @Schema(description = "Whose replies are answers.") List<AuthorKind> countingAuthors) {

        static PolicyTrace of(ReplyPolicy policy, int authorKindsVersion) {
            return new PolicyTrace(
                    policy.version(),
                    authorKindsVersion,
                    policy.counting().authors().stream().sorted().toList());
        }
    }

    record NumbersView(
            @Schema(description = "Whether it is part of what they count, by the verdict as it stands.")
                    boolean counted,
            @Schema(description = "The first date whose published number covers its day.") LocalDate firstOn,
            @Schema(description = "The last of them.") LocalDate lastOn) {

        static @Nullable NumbersView of(Trace trace) {
            var numbers = trace.numbers();
            var verdict = trace.file().judgement().verdict();
            return numbers == null
                    ? null
                    : new NumbersView(verdict != null && verdict.countable(), numbers.from(), numbers.to());
        }
    }

    record LedgerView(
            @Schema(description = "The day whose seal holds it.") LocalDate day,
            @Schema(description = "Of the day's entries.") String root,
            Instant sealedAt,
            @Schema(description = "Where its entries are, with their proofs.") String proof) {

        static @Nullable LedgerView of(Trace trace) {
            var seal = trace.seal();
            return seal == null ? null : new LedgerView(seal.day(), seal.root(), seal.sealedAt(), proofOf(trace));
        }

        private static String proofOf(Trace trace) {
            return "/api/inquiries/"
                    + PathSegment.of(trace.file().inquiry().id().value()) + "/proof";
        }
    }

    /** @param names what a model calls a node */
    static TraceView of(
            Trace trace,
            List<MailTrace> mails,
            List<RelayedTrace> relayed,
            @Nullable SeenTrace seen,
            ZoneId zone,
            Function<ProcessNode, String> names) {
        var file = trace.file();
        var judgement = file.judgement();
        var referral = trace.referral();
        return new TraceView(
                file.asOf(),
                Subject.of(trace),
                InWords.of(file.grounds(), zone),
                ClocksView.of(judgement.clocks(), zone),
                PolicyTrace.of(trace.policy(), trace.authorKindsVersion()),
                FactTrace.of(file),
                trace.path().timers().stream()
                        .map(timer -> TimerView.of(timer, names))
                        .toList(),
                file.history().stream()
                        .map(entry -> DecisionTrace.of(
                                entry, file.groundsThen().apply(entry), trace.authorKindsVersion(), zone))
                        .toList(),
                PathView.of(trace.path(), names),
                file.notices(),
                mails,
                relayed,
                seen,
                referral == null ? null : ReferralTrace.of(referral),
                trace.disputes().stream().map(DisputeTrace::of).toList(),
                NumbersView.of(trace),
                LedgerView.of(trace));
    }
}
