package io.hourglass.operations.web;

import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.operations.deeds.RetryFailedStep;
import io.hourglass.operations.work.Incidents;
import io.hourglass.operations.work.Incidents.Incident;
import io.hourglass.operations.work.Stops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Operations")
class IncidentApi {

    private final Incidents incidents;
    private final Stops stops;
    private final RetryFailedStep retry;

    IncidentApi(Incidents incidents, Stops stops, RetryFailedStep retry) {
        this.stops = stops;
        this.incidents = incidents;
        this.retry = retry;
    }

    /**
     * @param count of the incidents of all pages
     * @param stopped how many of each kind stand still until a person resumes them or has them tried again
     * @param suspended the same page of those that are suspended; of them there are {@code definitions + steps + instances +
     *     jobs}
     */
    record IncidentPage(
            int page,
            int size,
            long count,
            List<Incident> incidents,
            Stops.Counts stopped,
            List<Stops.Stopped> suspended) {}

    @GetMapping("/incidents")
    @Operation(
            summary = "Steps that have failed, and what is suspended",
            description =
                    "Those given up first. Each is tried five times, a minute apart, before it is. What is suspended"
                            + " continues once it is resumed in Cockpit.")
    IncidentPage all(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var offset = new PageQuery(page, size).offset();
        return new IncidentPage(
                page,
                size,
                incidents.count(),
                incidents.all(offset, size),
                stops.counts(),
                stops.suspended(offset, size));
    }

    @PostMapping("/incidents/{incident}/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Try a failed step again", description = "At once, and as often as a new one.")
    void retry(@PathVariable String incident, @RequestBody Reasoned body) {
        retry.retry(incident, body.asReason());
    }

    @PostMapping("/book-days/{day}/close-retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Try the close of a day again",
            description = "409 if nothing of it has failed: it is done, not due, or awaits an earlier day.")
    void retryClose(
            @PathVariable LocalDate day,
            @Parameter(description = "Of which track; inquiries if left out.") @RequestParam(defaultValue = "INQUIRY")
                    String track,
            @RequestBody Reasoned body) {
        retry.retryClose(new TrackDay(new Track(track), day), body.asReason());
    }
}
