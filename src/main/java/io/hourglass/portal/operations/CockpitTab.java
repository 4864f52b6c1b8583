package io.hourglass.portal.operations;

import io.hourglass.access.callers.Viewer;
import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.operations.work.Workflow;
import io.hourglass.trace.FactTrace;
import io.hourglass.web.Page;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the tab in Cockpit shows of a process: facts, clocks and verdict of its inquiry, and the ways back to our pages. */
@Page
class CockpitTab {

    private final InquiryFiles files;
    private final Viewer viewer;
    private final OperationsPageSupport pages;

    CockpitTab(InquiryFiles files, Viewer viewer, OperationsPageSupport pages) {
        this.files = files;
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
        return pages.page("cockpit", content);
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
