package io.hourglass.inquiry.web;

import io.hourglass.inquiry.lists.Repetitions;
import io.hourglass.inquiry.lists.Repetitions.By;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.lists.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/duplicates")
@Tag(name = "Inquiries")
class DuplicatesApi {

    private static final int DAYS = 30;

    private final Repetitions repetitions;
    private final Policies policies;
    private final Clock clock;

    DuplicatesApi(Repetitions repetitions, Policies policies, Clock clock) {
        this.repetitions = repetitions;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param share 0 to 1 */
    record RepeatedView(String party, int inquiries, int duplicates, double share) {}

    /** @param more whether there are others on further pages */
    record RepetitionsView(
            By by, LocalDate from, LocalDate to, int page, int size, boolean more, List<RepeatedView> parties) {}

    @GetMapping
    @Operation(
            summary = "Who asks, or is asked, the same again",
            description =
                    "Buyers or suppliers with duplicates among their inquiries received on those days, who has the most of them first."
                            + " Counted are inquiries of which the books know what became.")
    RepetitionsView repeated(
            @RequestParam(defaultValue = "BUYER") By by,
            @Parameter(description = "The first day of receipt; left out it is thirty days up to the last one.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day of receipt; today if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = 100) int size) {
        var last = to == null ? policies.dayOf(clock.instant()) : to;
        var first = from == null ? last.minusDays(DAYS - 1L) : from;
        if (first.isAfter(last)) {
            throw new InvalidInput("from", first, "no day after " + last);
        }
        var found = repetitions.of(by, first, last, new PageQuery(page, size));
        return new RepetitionsView(
                by,
                first,
                last,
                page,
                size,
                found.more(),
                found.items().stream()
                        .map(one -> new RepeatedView(one.party(), one.inquiries(), one.duplicates(), one.share()))
                        .toList());
    }
}
