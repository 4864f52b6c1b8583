package io.hourglass.trace.web;

import io.hourglass.access.callers.Viewer;
import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.reading.SeenOfInquiries;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.trace.Traces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The trace as a document, to be read on a screen or printed. */
@Hidden
@Controller
class TracePage {

    private final Traces traces;
    private final Viewer viewer;
    private final MessageSource messages;
    private final OutgoingMails mails;
    private final RelayedMails relayed;
    private final SeenOfInquiries seen;

    TracePage(
            Traces traces,
            Viewer viewer,
            MessageSource messages,
            OutgoingMails mails,
            RelayedMails relayed,
            SeenOfInquiries seen) {
        this.traces = traces;
        this.viewer = viewer;
        this.messages = messages;
        this.mails = mails;
        this.relayed = relayed;
        this.seen = seen;
    }

    @GetMapping("/inquiries/{inquiry}/trace")
    ModelAndView show(@PathVariable String inquiry, Locale locale) {
        var format = viewer.format();
        var read = traces.of(new InquiryId(inquiry));
        var zone = viewer.zone();
        var sent = MailTrace.of(mails, Track.INQUIRY, inquiry);
        var came = RelayedTrace.of(relayed, new InquiryId(inquiry));
        var could = SeenTrace.of(seen.of(read.file()));
        var trace =
                TraceView.of(read, sent, came, could, viewer.marketplaceZone(), node -> traces.nameOf(node, locale));
        var words = new DecisionWords(trace.facts(), messages, locale, format);
        var decided = read.file().history().stream()
                .map(entry -> words.of(
                        Explanation.onPage(read.file().groundsThen().apply(entry), locale, zone), entry.cause()))
                .toList();
        return new ModelAndView(
                "trace",
                Map.of(
                        "trace", trace,
                        "format", format,
                        "why", Explanation.onPage(read.file().grounds(), locale, zone),
                        "decided", decided,
                        "timeline", Timeline.of(trace, decided, messages, locale, format)));
    }

    @ExceptionHandler
    ModelAndView nowhere(NotFound e, Locale locale) {
        var said = e.onPage(locale);
        var why = Map.of("why", "NO_SUCH_INQUIRY", "about", said.sentence());
        return new ModelAndView("failed", why, HttpStatus.NOT_FOUND).addObject("sought", said.id());
    }

    /** What can be no id is that of no inquiry. */
    @ExceptionHandler
    ModelAndView nowhere(InvalidInput e, Locale locale) {
        return nowhere(new NotFound("inquiry", e.value()), locale);
    }
}
