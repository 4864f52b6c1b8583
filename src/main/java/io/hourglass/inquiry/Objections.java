package io.hourglass.inquiry;

import static java.util.stream.Collectors.toMap;

import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.Judge;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.rate.ProvisionalFigure;
import io.hourglass.rate.ProvisionalFigures;
import io.hourglass.sla.State;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says beforehand what rejecting or reporting an inquiry would do to its supplier's figure, by asking the judge about the
 * fact as if it had just happened (R11, R12). Changes nothing.
 */
@Component
public class Objections {

    private static final Set<State> EXCLUDED = EnumSet.of(State.SPAM, State.REJECTED, State.WITHDRAWN);
    private static final FactId SUPPOSED = new FactId("supposed");

    private final Inquiries inquiries;
    private final PairFiles files;
    private final ProvisionalFigures figures;

    Objections(Inquiries inquiries, PairFiles files, ProvisionalFigures figures) {
        this.inquiries = inquiries;
        this.files = files;
        this.figures = figures;
    }

    /**
     * @param rejected null if a rule would refuse a rejection now, or the inquiry is out of the rate without it
     * @param reported the same of a report as spam
     */
    public record Outlook(
            ProvisionalFigure now, @Nullable ProvisionalFigure rejected, @Nullable ProvisionalFigure reported) {}

    /** @throws NotKnown if there is no such inquiry */
    @Transactional(readOnly = true)
    public Outlook of(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotKnown("inquiry", id.value()));
        var now = figures.of(inquiry.supplier().subject());
        return of(now, List.of(inquiry)).values().iterator().next();
    }

    /** @param all of the supplier whose figure stands so now */
    @Transactional(readOnly = true)
    public Map<InquiryId, Outlook> of(ProvisionalFigure now, Collection<Inquiry> all) {
        var around = files.around(all);
        return all.stream()
                .collect(toMap(Inquiry::id, inquiry -> outlook(now, inquiry, around.getOrDefault(inquiry, List.of()))));
    }

    private static Outlook outlook(ProvisionalFigure now, Inquiry inquiry, List<CaseFile> pair) {
        return new Outlook(
                now, after(now, inquiry, pair, FactKind.REJECTED), after(now, inquiry, pair, FactKind.SPAM_REPORTED));
    }

    private static @Nullable ProvisionalFigure after(
            ProvisionalFigure now, Inquiry inquiry, List<CaseFile> pair, FactKind kind) {
        var asOf = now.asOf().isBefore(inquiry.recordedAt()) ? inquiry.recordedAt() : now.asOf();
        var fact = new Fact(SUPPOSED, inquiry.id(), kind, null, asOf, asOf, false, null);
        var supposed = pair.stream()
                .map(file -> file.id().equals(inquiry.id()) ? with(file, fact) : file)
                .toList();
        var refused = Judge.refusal(supposed, inquiry.id(), fact).isPresent();
        var before = Judge.judge(pair, inquiry.id(), asOf).state();
        var pointless = EXCLUDED.contains(before)
                || before == Judge.judge(supposed, inquiry.id(), asOf).state();
        return refused || pointless ? null : moved(now, pair, supposed, asOf);
    }

    private static CaseFile with(CaseFile file, Fact fact) {
        var facts = Stream.concat(file.facts().stream(), Stream.of(fact)).toList();
        return new CaseFile(
                file.id(),
                file.receivedAt(),
                file.recordedAt(),
                file.policy(),
                facts,
                file.gaps(),
                file.settled(),
                file.clocks());
    }

    /** What becomes of one inquiry may change what becomes of its duplicates. */
    private static ProvisionalFigure moved(
            ProvisionalFigure now, List<CaseFile> pair, List<CaseFile> supposed, Instant asOf) {
        var figure = now;
        for (var member : pair) {
            if (!member.recordedAt().isAfter(asOf) && now.covers(member.clocks().day())) {
                figure = figure.moved(
                        Judge.judge(pair, member.id(), asOf).state(),
                        Judge.judge(supposed, member.id(), asOf).state());
            }
        }
        return figure;
    }
}
