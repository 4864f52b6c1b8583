package io.hourglass.portal.auditor;

import io.hourglass.access.callers.Viewer;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.Percent;
import io.hourglass.portal.disputes.CaseShown;
import io.hourglass.portal.names.SupplierChoice;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.rate.standing.Crossing;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Restated numbers, before and after: by whom, why, on what evidence. */
@Page
class RestatementsPage {

    private static final int SIZE = 60;

    private final RestatementList restated;
    private final Disputes disputes;
    private final SupplierNames suppliers;
    private final SupplierChoice choice;
    private final Viewer viewer;

    RestatementsPage(
            RestatementList restated,
            Disputes disputes,
            SupplierNames suppliers,
            SupplierChoice choice,
            Viewer viewer) {
        this.restated = restated;
        this.disputes = disputes;
        this.suppliers = suppliers;
        this.choice = choice;
        this.viewer = viewer;
    }

    /**
     * A number before and after; the rates are null where nothing was countable.
     *
     * @param account of chat whose number it is; null for the supplier's own
     */
    record Change(
            LocalDate on,
            @Nullable String account,
            int revision,
            @Nullable String rateBefore,
            String sampleBefore,
            @Nullable String rate,
            String sample,
            @Nullable Crossing crossed) {

        static Change of(RestatedNumber number) {
            return new Change(
                    number.publishedOn(),
                    number.part(),
                    number.revision(),
                    Percent.of(number.timelyBefore(), number.countableBefore()),
                    number.timelyBefore() + " / " + number.countableBefore(),
                    Percent.of(number.timely(), number.countable()),
                    number.timely() + " / " + number.countable(),
                    number.crossed());
        }
    }

    /** All that one decision restated, as far as it is on this page. */
    record Restated(
            String dispute,
            CaseShown of,
            String supplierId,
            String supplier,
            @Nullable String by,
            Shown at,
            @Nullable String reason,
            String evidence,
            List<Change> changes) {}

    @GetMapping("/audit/restatements")
    String show(
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable Crossing crossed,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Model model) {
        var asked = choice.of(supplier, chosen);
        var numbers = restated.of(asked, crossed, new PageQuery(page, SIZE));
        model.addAttribute("crossed", crossed);
        model.addAttribute("chips", restated.chips(asked, crossed));
        model.addAttribute("choice", asked);
        model.addAttribute("restated", byDispute(numbers.items()));
        model.addAttribute("paging", Pager.of(numbers));
        return "auditor/restatements";
    }

    private List<Restated> byDispute(List<RestatedNumber> numbers) {
        var ids = numbers.stream().map(RestatedNumber::dispute).distinct().toList();
        var known = disputes.find(ids);
        var names = suppliers.of(known.values().stream().map(Dispute::supplier).toList());
        return ids.stream()
                .map(id -> Objects.requireNonNull(known.get(id)))
                .map(dispute -> restated(
                        dispute,
                        names.apply(dispute.supplier()),
                        numbers.stream()
                                .filter(number -> number.dispute().equals(dispute.id()))
                                .toList()))
                .toList();
    }

    private Restated restated(Dispute dispute, String name, List<RestatedNumber> numbers) {
        var decision = dispute.decision();
        return new Restated(
                dispute.id().value(),
                CaseShown.of(dispute.caseId()),
                dispute.supplier().value(),
                name,
                decision == null ? null : decision.by(),
                viewer.format().shown(numbers.get(0).at()),
                decision == null ? null : decision.reason(),
                dispute.evidence(),
                numbers.stream().map(Change::of).toList());
    }
}
