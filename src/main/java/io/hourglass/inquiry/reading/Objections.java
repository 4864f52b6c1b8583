package io.hourglass.inquiry.reading;

import static java.util.stream.Collectors.toMap;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.JudgedPair;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.provisional.ProvisionalFigure;
import io.hourglass.rate.provisional.ProvisionalFigures;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says in advance what rejecting or reporting an inquiry would do to its supplier's figure, by asking the judge about the
 * fact as if it had just happened (R11, R12). Changes nothing.
 */
@Component
public class Objections {

    private static final Set<InquiryState> EXCLUDED =
            EnumSet.of(InquiryState.SPAM, InquiryState.REJECTED, InquiryState.WITHDRAWN);
    private static final FactId SUPPOSED = new FactId("supposed");

    private final Inquiries inquiries;
    private final JudgedInquiries cases;
    private final ProvisionalFigures figures;

    Objections(Inquiries inquiries, JudgedInquiries cases, ProvisionalFigures figures) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.figures = figures;
    }

    /**
     * @param rejected null if a rule would refuse a rejection now, or the inquiry is out of the rate without it
     * @param reported the same of a report as spam
     */
    public record Outlook(
            ProvisionalFigure now, @Nullable ProvisionalFigure rejected, @Nullable ProvisionalFigure reported) {}

    /** @throws NotFound if there is no such inquiry */
    @Transactional(readOnly = true)
    public Outlook of(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotFound("inquiry", id.value()));
        var now = figures.of(inquiry.supplier().subject());
        return outlook(now, cases.of(inquiry));
    }

    /** @param all of the supplier whose figure stands so now */
    @Transactional(readOnly = true)
    public Map<InquiryId, Outlook> of(ProvisionalFigure now, Collection<Inquiry> all) {
        return cases.of(all).stream().collect(toMap(judged -> judged.inquiry().id(), judged -> outlook(now, judged)));
    }

    private static Outlook outlook(ProvisionalFigure now, InquiryInPair judged) {
        var then = judged.at(now.asOf());
        return new Outlook(
                now, after(now, then, InquiryFactKind.REJECTED), after(now, then, InquiryFactKind.SPAM_REPORTED));
    }

    private static @Nullable ProvisionalFigure after(
            ProvisionalFigure now, InquiryInPair judged, InquiryFactKind kind) {
        var asOf = judged.asOf();
        var id = judged.inquiry().id();
        var fact = Fact.builder()
                .id(SUPPOSED)
                .caseId(id)
                .kind(kind)
                .occurredAt(asOf)
                .recordedAt(asOf)
                .build();
        var supposed = judged.pair().supposing(fact);
        var before = judged.judgement().state();
        var pointless =
                EXCLUDED.contains(before) || before == supposed.judgement(id).state();
        var refused = supposed.pair().refusal(id, fact).isPresent();
        return refused || pointless ? null : moved(now, judged.pair(), supposed);
    }

    /** The state of one inquiry may change the state of its duplicates. */
    private static ProvisionalFigure moved(ProvisionalFigure now, JudgedPair pair, JudgedPair supposed) {
        var figure = now;
        for (var member : pair.known()) {
            if (now.covers(member.clocks().day())) {
                figure = figure.moved(
                        pair.judgement(member.id()).state(),
                        supposed.judgement(member.id()).state());
            }
        }
        return figure;
    }
}
