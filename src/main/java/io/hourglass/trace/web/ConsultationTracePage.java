package io.hourglass.trace.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Viewer;
import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.trace.ConsultationTraces;
import io.hourglass.trace.TracedConsultation;
import io.hourglass.trace.Traces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The trace of a consultation as a document, to be read on a screen or printed, by auditors and by the shop that it is of. */
@Hidden
@Controller
class ConsultationTracePage {

    private final ConsultationTraces traces;
    private final Traces names;
    private final Viewer viewer;
    private final OutgoingMails mails;

    ConsultationTracePage(ConsultationTraces traces, Traces names, Viewer viewer, OutgoingMails mails) {
        this.traces = traces;
        this.names = names;
        this.viewer = viewer;
        this.mails = mails;
    }

    @GetMapping("/consultations/{consultation}/trace")
    ModelAndView show(@PathVariable String consultation, Locale locale) {
        var trace = traces.of(new ConsultationId(consultation));
        var isShop = Callers.current().filter(Caller::isParty).isPresent();
        return new ModelAndView(
                "consultation",
                Map.of(
                        "one",
                        TracedConsultation.of(trace, locale, viewer.zone(), names, isShop),
                        "format",
                        viewer.format(),
                        "mails",
                        MailTrace.of(mails, ConsultationId.CHAT, consultation),
                        "disputes",
                        trace.disputes().stream().map(DisputeTrace::of).toList(),
                        "isShop",
                        isShop));
    }

    @ExceptionHandler
    ModelAndView nowhere(NotFound e, Locale locale) {
        var said = e.onPage(locale);
        var why = Map.of("why", "NO_SUCH_CONSULTATION", "about", said.sentence());
        return new ModelAndView("failed", why, HttpStatus.NOT_FOUND).addObject("sought", said.id());
    }

    /** What can be no id is that of no consultation. */
    @ExceptionHandler
    ModelAndView nowhere(InvalidInput e, Locale locale) {
        return nowhere(new NotFound("consultation", e.value()), locale);
    }
}
