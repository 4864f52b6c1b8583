package io.hourglass.operations.web;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.operations.SharedOverview;
import io.hourglass.operations.map.EndedInquiries.Ended;
import io.hourglass.operations.map.ProcessMap;
import io.hourglass.operations.work.Workflow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Operations")
class OverviewApi {

    private static final String WHICH = "`inquiry`, `chat`, `referral`, `day-close` or `dispute`.";

    private final SharedOverview overview;
    private final ProcessMap map;

    OverviewApi(SharedOverview overview, ProcessMap map) {
        this.overview = overview;
        this.map = map;
    }

    /**
     * @param name as the model calls the step
     * @param stopped how many of them stand still: suspended, or without tries left
     * @param oldest since when the one that waits longest has been there
     * @param median half of them have been there longer
     */
    record StepOnMap(String step, String name, long instances, long stopped, Instant oldest, Instant median) {}

    /** @param suspended the latest version of the model is, so that no process of it begins */
    record MapView(String process, Instant asOf, long instances, boolean suspended, List<StepOnMap> steps) {}

    /** @param more whether there are others on further pages */
    record EndedPage(int page, int size, boolean more, List<EndedInquiry> ended) {

        /** @param state as the books have it last; absent for one outside the books */
        record EndedInquiry(
                String inquiry, String supplier, String buyer, Instant receivedAt, @Nullable InquiryState state) {

            static EndedInquiry of(Ended ended) {
                return new EndedInquiry(
                        ended.inquiry().value(),
                        ended.supplier().value(),
                        ended.buyer().value(),
                        ended.receivedAt(),
                        ended.state());
            }
        }
    }

    /** @param more whether there are others on further pages */
    record WaitingPage(int page, int size, boolean more, Instant asOf, List<WaitingView> waiting) {}

    @Transactional(propagation = Propagation.SUPPORTS) // one look for all who wait for it
    @GetMapping("/operations/overview")
    @Operation(
            summary = "The running system at a glance",
            description =
                    "Open inquiries by time left, those that break next, today's verdicts, intake, lateness of timers,"
                            + " day closes, what has failed, and what is suspended.")
    OverviewView overview() {
        return OverviewView.of(overview.now());
    }

    @GetMapping("/process-map")
    @Operation(summary = "How many processes wait at each step of a model, and since when")
    MapView map(@Parameter(description = WHICH) @RequestParam(defaultValue = "inquiry") String process) {
        var model = Workflow.named(process);
        var drawn = map.of(model);
        return new MapView(
                process,
                drawn.asOf(),
                drawn.instances(),
                drawn.suspended(),
                drawn.steps().stream()
                        .map(step -> new StepOnMap(
                                step.node(),
                                map.nameOf(model, step.node(), Locale.ENGLISH),
                                step.instances(),
                                step.stopped(),
                                step.oldest(),
                                step.median()))
                        .toList());
    }

    @GetMapping("/process-map/waiting")
    @Operation(summary = "What waits at a step", description = "The least time left first.")
    WaitingPage waiting(
            @Parameter(description = WHICH) @RequestParam(defaultValue = "inquiry") String process,
            @Parameter(description = "The node's id in the model.") @RequestParam String step,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var found = map.at(Workflow.named(process), step, new PageQuery(page, size));
        return new WaitingPage(
                page,
                size,
                found.waiting().more(),
                found.asOf(),
                found.waiting().items().stream().map(WaitingView::of).toList());
    }

    @GetMapping("/process-map/ended")
    @Operation(
            summary = "Inquiries whose process has ended",
            description = "The latest received first. The way of each is in its trace.")
    EndedPage ended(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int size) {
        var found = map.ended(new PageQuery(page, size));
        return new EndedPage(
                page,
                size,
                found.more(),
                found.items().stream().map(EndedPage.EndedInquiry::of).toList());
    }
}
