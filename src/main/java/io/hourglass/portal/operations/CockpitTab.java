package io.hourglass.portal.operations;

import io.hourglass.access.callers.Viewer;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.operations.work.Workflow;
import io.hourglass.trace.FactTrace;
import io.hourglass.web.Page;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the tab in Cockpit shows of a process: facts, clocks and verdict of its inquiry or consultation, and the ways back to our
 * pages.
 */
@Page
class CockpitTab {

    private final InquiryFiles files;
    private final Consultations consultations;
    private final JudgedConsultations judged;
    private final Viewer viewer;
    private final OperationsPageSupport pages;

    CockpitTab(
            InquiryFiles files,
            Consultations consultations,
            JudgedConsultations judged,
            Viewer viewer,
            OperationsPageSupport pages) {
        this.files = files;
        this.consultations = consultations;
        this.judged = judged;
        this.viewer = viewer;
        this.pages = pages;
    }

    /**
     * @param process the engine's name of the model
     * @param key the engine's business key
     */
    @GetMapping("/operations/cockpit")
    ModelAndView tell(@RequestParam String process, @RequestParam(defaultValue = "") String key, Locale locale) {
        var model = Workflow.withKey(process);
        var content = new LinkedHashMap<String, Object>();
        content.put("format", viewer.format());
        model.ifPresent(known -> content.put("process", known.shortName()));
        model.filter(known -> known == Workflow.DISPUTE).ifPresent(dispute -> content.put("dispute", key));
        model.filter(known -> known == Workflow.INQUIRY || known == Workflow.REFERRAL)
                .ifPresent(known -> content.putAll(about(files.open(new InquiryId(key)), locale)));
        model.filter(known -> known == Workflow.CHAT)
                .ifPresent(known -> content.putAll(about(new ConsultationId(key))));
        return pages.page("cockpit", content);
    }

    private Map<String, Object> about(ConsultationId id) {
        var kept = consultations.find(id).orElseThrow(() -> new NotFound("consultation", id.value()));
        var one = judged.of(kept);
        var facts = Stream.concat(one.consultation().facts().stream(), one.consultation().marks().stream())
                .sorted(Comparator.comparing(Fact::occurredAt)
                        .thenComparing(fact -> fact.id().value()))
                .toList();
        return Map.of(
                "consultation",
                kept,
                "day",
                one.consultation().day(),
                "state",
                one.state().map(Enum::name).orElse(""),
                "chatFacts",
                facts);
    }

    private Map<String, Object> about(InquiryFile file, Locale locale) {
        var judgement = file.judgement();
        return Map.of(
                "inquiry", file.inquiry(),
                "judgement", judgement,
                "why", Explanation.onPage(file.grounds(), locale, viewer.zone()),
                "facts", FactTrace.of(file));
    }
}
