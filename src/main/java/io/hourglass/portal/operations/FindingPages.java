package io.hourglass.portal.operations;

import io.hourglass.access.callers.Callers;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFinding;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.web.Page;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operations find what a mail belongs to whose header was lost, while its books are open: by a form. */
@Page
class FindingPages {

    private static final String ADDRESS = "/operations/inquiries/{inquiry}/findings";
    private static final int DIGITS = 32;

    private final RecordFinding record;
    private final InquiryFiles files;
    private final Words words;
    private final OperationsPageSupport pages;

    FindingPages(RecordFinding record, InquiryFiles files, Words words, OperationsPageSupport pages) {
        this.record = record;
        this.files = files;
        this.words = words;
        this.pages = pages;
    }

    /**
     * What the form held that could not be taken.
     *
     * @param mistake the field with the mistake; empty if there is none
     */
    record Form(String belongsTo, String reason, String mistake) {

        static final Form EMPTY = new Form("", "", "");
    }

    @GetMapping(ADDRESS)
    ModelAndView show(@PathVariable String inquiry) {
        return show(new InquiryId(inquiry), Form.EMPTY, HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView find(
            @PathVariable String inquiry,
            @RequestParam(defaultValue = "") String belongsTo,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        var mail = new InquiryId(inquiry);
        var form = new Form(belongsTo.strip(), reason, "");
        if (files.open(mail).judgement().booksClosed()) {
            return show(mail, form, HttpStatus.CONFLICT);
        }
        try {
            var recorded = record.record(report(mail, form));
            var state = words.say("trace.state." + recorded.judgement().state(), locale);
            flash.addFlashAttribute("said", words.say("operations.finding.done", locale, state));
            return OperationsPageSupport.back("/operations/inquiries/" + PathSegment.of(inquiry) + "/findings");
        } catch (NotFound e) {
            return wrong(mail, form, "belongsTo", HttpStatus.NOT_FOUND);
        } catch (InvalidInput e) {
            return wrong(mail, form, e.field(), HttpStatus.BAD_REQUEST);
        }
    }

    /** Sent twice it is recorded once. */
    private static FactReport report(InquiryId mail, Form form) {
        var reason = Reason.of(form.reason()).text();
        var about = named(form.belongsTo());
        var id = ContentHash.unsalted(mail, about, reason).substring(0, DIGITS);
        return FactReport.builder()
                .id(new FactId("finding-" + id))
                .inquiry(mail)
                .kind(InquiryFactKind.BELONGS_TO)
                .actor(Callers.current().orElseThrow().name())
                .channel(Channel.WEB)
                .about(about)
                .text(new FactText(null, reason))
                .build();
    }

    private static FactId named(String belongsTo) {
        try {
            return new FactId(belongsTo);
        } catch (InvalidInput e) {
            throw new InvalidInput("belongsTo", e.value(), e.rule());
        }
    }

    private ModelAndView wrong(InquiryId mail, Form form, String mistake, HttpStatus status) {
        return show(mail, new Form(form.belongsTo(), form.reason(), mistake), status);
    }

    private ModelAndView show(InquiryId mail, Form form, HttpStatus status) {
        return pages.page("finding", Map.of("file", files.open(mail), "form", form), status);
    }
}
