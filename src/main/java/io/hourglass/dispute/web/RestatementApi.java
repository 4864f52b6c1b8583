package io.hourglass.dispute.web;

import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What disputes have changed of published numbers. */
@RestController
@RequestMapping("/api")
@Tag(name = "Disputes")
class RestatementApi {

    private final Disputes disputes;
    private final RestatedNumbers restated;

    RestatementApi(Disputes disputes, RestatedNumbers restated) {
        this.disputes = disputes;
        this.restated = restated;
    }

    @GetMapping("/restatements")
    @Operation(
            summary = "Restated numbers",
            description = "By date of publication from `from` to `to`, each with what it was, who decided, why, and"
                    + " whether it crossed the gate.")
    List<RestatementView> restatements(
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        var numbers = restated.of(supplier == null ? null : new SupplierId(supplier), from, to);
        var by = disputes.find(
                numbers.stream().map(RestatedNumber::dispute).distinct().toList());
        return numbers.stream()
                .map(number -> RestatementView.of(number, Objects.requireNonNull(by.get(number.dispute()))))
                .toList();
    }
}
