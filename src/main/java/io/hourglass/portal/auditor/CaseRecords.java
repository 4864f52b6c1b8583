package io.hourglass.portal.auditor;

import io.hourglass.access.callers.Viewer;
import io.hourglass.chat.ConsultationId;
import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.trace.ConsultationTraces;
import io.hourglass.trace.FactTrace;
import io.hourglass.trace.TracedConsultation;
import io.hourglass.trace.Traces;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gathers what is judged of a case of either track. */
@Component
class CaseRecords {

    private final InquiryFiles files;
    private final ConsultationTraces consultations;
    private final Traces names;
    private final Viewer viewer;

    CaseRecords(InquiryFiles files, ConsultationTraces consultations, Traces names, Viewer viewer) {
        this.files = files;
        this.consultations = consultations;
        this.names = names;
        this.viewer = viewer;
    }

    /** @throws io.hourglass.kernel.NotFound if there is no such case */
    CaseRecord of(CaseId id, Locale locale) {
        return id.track().equals(ConsultationId.CHAT)
                ? of(ConsultationId.of(id), locale)
                : of(InquiryId.of(id), locale);
    }

    private CaseRecord of(InquiryId id, Locale locale) {
        var file = files.open(id);
        var judgement = file.judgement();
        return new CaseRecord(
                judgement.state(),
                judgement.booksClosed(),
                judgement.clocks().booksClose(),
                Explanation.onPage(file.grounds(), locale, viewer.zone()),
                FactTrace.of(file),
                null);
    }

    private CaseRecord of(ConsultationId id, Locale locale) {
        var trace = consultations.of(id);
        var judgement = trace.judged().judgement().orElseThrow();
        var told = TracedConsultation.of(trace, locale, viewer.zone(), names, false);
        return new CaseRecord(
                judgement.state(),
                judgement.booksClosed(),
                trace.judged().consultation().day().booksClose(),
                new Explanation.OnPage(told.why(), List.of()),
                List.of(),
                told);
    }
}
