package io.hourglass.chaos.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.chaos.check.Tables.InquiryRow;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.PairSnapshot;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the pure judge says, at the run's end, of every inquiry on the facts in the tables. Under the rule of the natural
 * day, those of a pair on one day are all that matter to each other.
 */
final class Judged {

    private final List<InquiryRow> inquiries;
    private final Map<InquiryId, Judgement> judgements;
    private final ReplyPolicy policy;

    private Judged(List<InquiryRow> inquiries, Map<InquiryId, Judgement> judgements, ReplyPolicy policy) {
        this.inquiries = inquiries;
        this.judgements = judgements;
        this.policy = policy;
    }

    static Judged from(Tables tables) {
        var policy = tables.policy();
        var asOf = tables.now();
        var inquiries = tables.inquiries();
        var facts = tables.facts(Track.INQUIRY).stream().collect(groupingBy(Fact::caseId));
        var pairs = inquiries.stream()
                .collect(groupingBy(inquiry -> inquiry.buyer() + " " + inquiry.supplier() + " " + inquiry.day()));
        var judgements = pairs.values().stream()
                .flatMap(pair -> judge(pair, facts, policy, asOf).stream())
                .collect(toMap(Judgement::inquiry, Function.identity()));
        return new Judged(inquiries, judgements, policy);
    }

    Map<InquiryId, Judgement> judgements() {
        return judgements;
    }

    private InquiryState stateOf(InquiryRow inquiry) {
        var judgement = judgements.get(inquiry.id());
        if (judgement == null) {
            throw new IllegalStateException(inquiry.id() + " has not been judged");
        }
        return judgement.state();
    }

    Recount recount(Instant asOf) {
        var counter = new Recount.Counter();
        for (var inquiry : inquiries) {
            var state = stateOf(inquiry);
            if (state != InquiryState.OUT_OF_BOOKS
                    && !policy.days().booksClose(inquiry.day()).isAfter(asOf)) {
                counter.count(inquiry.day(), inquiry.supplier(), state.name());
            }
        }
        return new Recount(
                Track.INQUIRY,
                counter.counts(),
                policy.days()::booksClose,
                policy.days().booksCloseAfterDays(),
                policy.days().rateWindowDays(),
                InquiryState.TIMELY.name(),
                Stream.of(InquiryState.TIMELY, InquiryState.LATE, InquiryState.UNANSWERED)
                        .map(Enum::name)
                        .toList());
    }

    private static List<Judgement> judge(
            List<InquiryRow> pair, Map<CaseId, List<Fact>> facts, ReplyPolicy policy, Instant asOf) {
        var files = pair.stream()
                .map(inquiry -> CaseFile.builder(inquiry.receivedAt(), policy)
                        .id(inquiry.id())
                        .recordedAt(inquiry.recordedAt())
                        .facts(facts.getOrDefault(inquiry.id(), List.of()))
                        .build())
                .toList();
        var judged = PairSnapshot.of(files).judged(asOf);
        return files.stream().map(file -> judged.judgement(file.id())).toList();
    }
}
