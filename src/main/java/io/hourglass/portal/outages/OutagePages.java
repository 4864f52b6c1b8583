package io.hourglass.portal.outages;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.mailbox.outages.DecideOutages;
import io.hourglass.mailbox.outages.DeclareOutages;
import io.hourglass.mailbox.outages.Outage;
import io.hourglass.mailbox.outages.OutageRefused;
import io.hourglass.mailbox.outages.Outages;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Outages of the platform (ADR 84): operations declare them, an auditor decides. */
@Page
@RequestMapping(OutagePages.ADDRESS)
class OutagePages {

    static final String ADDRESS = "/operations/outages";

    private static final int SIZE = 20;

    private final Outages outages;
    private final DeclareOutages declare;
    private final DecideOutages decide;
    private final Viewer viewer;
    private final MessageSource messages;

    OutagePages(Outages outages, DeclareOutages declare, DecideOutages decide, Viewer viewer, MessageSource messages) {
        this.outages = outages;
        this.declare = declare;
        this.decide = decide;
        this.viewer = viewer;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "0") @Min(0) int page) {
        return all(new PageQuery(page, SIZE), OutageForm.EMPTY, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView declare(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        var form = new OutageForm("", from, until, StoredText.typed(reason), "");
        try {
            var zone = viewer.zone();
            declare.declare(form.begin(zone), form.end(zone), form.reason(), caller());
            return done("declared", flash, locale);
        } catch (InvalidInput e) {
            return all(new PageQuery(0, SIZE), form.wrong(e.field()), HttpStatus.BAD_REQUEST);
        }
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping("/{outage}/decision")
    ModelAndView back(@PathVariable String outage) {
        return new ModelAndView(SeeOther.to(ADDRESS));
    }

    @PostMapping("/{outage}/decision")
    ModelAndView decide(
            @PathVariable String outage,
            @RequestParam boolean consented,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        var id = Outage.id(outage);
        var form = OutageForm.ofDecision(id, StoredText.typed(reason));
        try {
            decide.decide(id, consented, form.reason(), caller());
            return done(consented ? "consented" : "refused", flash, locale);
        } catch (InvalidInput e) {
            return all(new PageQuery(0, SIZE), form.wrong(e.field()), HttpStatus.BAD_REQUEST);
        } catch (OutageRefused e) {
            return all(new PageQuery(0, SIZE), form.wrong(e.reason().name()), HttpStatus.CONFLICT);
        }
    }

    private ModelAndView done(String what, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("said", messages.getMessage("outages.said." + what, null, locale));
        return new ModelAndView(SeeOther.to(ADDRESS));
    }

    private ModelAndView all(PageQuery query, OutageForm form, HttpStatus status) {
        ListPage<Outage> found = query.from(outages::latest);
        var content = new HashMap<String, Object>();
        content.put("outages", found.items());
        content.put("paging", Pager.of(found));
        content.put("form", form);
        content.put("zone", viewer.zone());
        content.put("format", viewer.format());
        content.put("mayDeclare", caller().is(Role.OPERATIONS));
        content.put("mayDecide", caller().is(Role.AUDITOR));
        content.put("person", caller().person());
        return new ModelAndView("operations/outages", content, status);
    }

    private static Caller caller() {
        return Callers.current().orElseThrow();
    }
}
