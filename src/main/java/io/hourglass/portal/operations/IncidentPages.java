package io.hourglass.portal.operations;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.operations.deeds.RetryFailedStep;
import io.hourglass.operations.work.Incidents;
import io.hourglass.operations.work.Stops;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has failed, and having it tried again. */
@Page
class IncidentPages {

    private static final int SIZE = 50;

    private final Incidents incidents;
    private final Stops stops;
    private final RetryFailedStep retry;
    private final Words words;
    private final OperationsPageSupport pages;

    IncidentPages(Incidents incidents, Stops stops, RetryFailedStep retry, Words words, OperationsPageSupport pages) {
        this.stops = stops;
        this.incidents = incidents;
        this.retry = retry;
        this.words = words;
        this.pages = pages;
    }

    @GetMapping("/operations/incidents")
    ModelAndView all(@RequestParam(defaultValue = "0") @Min(0) int page, Locale locale) {
        var query = new PageQuery(page, SIZE);
        var found = query.from(incidents::all);
        var suspended = query.from(stops::suspended);
        return pages.page(
                "incidents",
                Map.of(
                        "halts",
                        suspended.items().stream()
                                .map(one -> Halt.of(one, words, locale))
                                .toList(),
                        "stopped",
                        stops.counts(),
                        "failures",
                        found.items().stream()
                                .map(incident -> Failure.of(incident, words, locale))
                                .toList(),
                        "paging",
                        Pager.of(suspended.more() ? suspended : found)));
    }

    @GetMapping("/operations/incidents/{incident}")
    ModelAndView one(@PathVariable String incident, Locale locale) {
        return one(incident, "", false, HttpStatus.OK, locale);
    }

    @GetMapping("/operations/incidents/{incident}/retries")
    ModelAndView back(@PathVariable String incident) {
        return OperationsPageSupport.back("/operations/incidents");
    }

    @PostMapping("/operations/incidents/{incident}/retries")
    ModelAndView retry(
            @PathVariable String incident,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes said,
            Locale locale) {
        try {
            retry.retry(incident, Reason.of(reason));
            said.addFlashAttribute("said", words.say("operations.incident.retried", locale));
        } catch (NotFound e) {
            said.addFlashAttribute("mistake", words.say("operations.incident.gone", locale));
        } catch (InvalidInput e) {
            return one(incident, reason == null ? "" : reason, true, HttpStatus.BAD_REQUEST, locale);
        }
        return OperationsPageSupport.back("/operations");
    }

    private ModelAndView one(String id, String reason, boolean wrong, HttpStatus status, Locale locale) {
        var found = incidents.find(id).orElseThrow(() -> new NotFound("incident", id));
        return pages.page(
                "incident",
                Map.of(
                        "failure",
                        Failure.of(found, words, locale),
                        "stackTrace",
                        incidents.stackTrace(id).orElse(""),
                        "reason",
                        reason,
                        "wrongReason",
                        wrong),
                status);
    }
}
