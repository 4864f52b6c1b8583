package io.hourglass.portal.auditor;

import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.portal.auditor.DisputeViews.View;
import io.hourglass.portal.names.SupplierChoice;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.rate.standing.Crossing;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of disputes, and of the numbers that they restated, as files. */
@Page
class DisputesCsv {

    private static final CsvList<View> DISPUTES = CsvList.<View>named("disputes")
            .column("audit.dispute", View::id)
            .column("audit.case", view -> view.of().id())
            .column("supplier", View::supplier)
            .words("audit.outcome", "audit.state.", View::state)
            .words("supplier.dispute.contested", "", View::contested)
            .words("audit.claimed", "", view -> view.claim().kind())
            .column("csv.claimedAt", view -> view.claim().at())
            .words("supplier.contest.author", "trace.author.", view -> view.claim()
                    .author())
            .column("csv.about", view -> view.claim().about())
            .column("audit.evidence", View::evidence)
            .column("audit.raisedBy", View::raisedBy)
            .column("audit.raisedAt", View::raisedAt)
            .column("supplier.dispute.decideBy", View::decideBy)
            .column("audit.by", View::decidedBy)
            .column("audit.decidedAt", View::decidedAt)
            .column("audit.why", View::reason)
            .words("audit.verdict", "", View::verdict);

    private static final CsvList<Change> RESTATED = CsvList.<Change>named("restatements")
            .column("audit.dispute", change -> change.number().dispute())
            .column("audit.case", change -> change.dispute().caseId())
            .column("supplier", Change::supplier)
            .column("csv.supplierId", change -> change.number().supplier())
            .column("chat.accountId", change -> change.number().part())
            .column("audit.restated.at", change -> change.number().at())
            .column("audit.by", Change::by)
            .column("audit.why", Change::reason)
            .column("audit.evidence", change -> change.dispute().evidence())
            .column("audit.numbers.on", change -> change.number().publishedOn())
            .column("audit.revision", change -> change.number().revision())
            .column("csv.metBefore", change -> change.number().timelyBefore())
            .column("csv.countedBefore", change -> change.number().countableBefore())
            .column("csv.metAfter", change -> change.number().timely())
            .column("csv.countedAfter", change -> change.number().countable())
            .words("audit.gate", "audit.crossed.", change -> change.number().crossed());

    private final CsvFiles csv;
    private final DisputeViews views;
    private final RestatementList restated;
    private final Disputes disputes;
    private final SupplierNames suppliers;
    private final SupplierChoice choice;

    DisputesCsv(
            CsvFiles csv,
            DisputeViews views,
            RestatementList restated,
            Disputes disputes,
            SupplierNames suppliers,
            SupplierChoice choice) {
        this.csv = csv;
        this.views = views;
        this.restated = restated;
        this.disputes = disputes;
        this.suppliers = suppliers;
        this.choice = choice;
    }

    /** A restated number, and why. */
    private record Change(RestatedNumber number, Dispute dispute, String supplier) {

        @Nullable
        String by() {
            return ofDecision(Dispute.Decision::by);
        }

        @Nullable
        String reason() {
            return ofDecision(Dispute.Decision::reason);
        }

        private @Nullable String ofDecision(Function<Dispute.Decision, @Nullable String> part) {
            var decision = dispute.decision();
            return decision == null ? null : part.apply(decision);
        }
    }

    @GetMapping(path = "/audit/disputes", params = CsvList.ASKED)
    void open(HttpServletResponse response) throws IOException {
        csv.send(DISPUTES, views::open, response);
    }

    @GetMapping(
            path = "/audit/disputes",
            params = {CsvList.ASKED, CsvList.LIST + "ended"})
    void ended(@RequestParam(required = false) @Nullable DisputeState state, HttpServletResponse response)
            throws IOException {
        csv.send(DISPUTES, part -> views.ended(state, part), response);
    }

    @GetMapping(path = "/audit/restatements", params = CsvList.ASKED)
    void restated(
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable Crossing crossed,
            HttpServletResponse response)
            throws IOException {
        var of = choice.of(supplier, chosen);
        csv.send(RESTATED, part -> restated.of(of, crossed, part).map(this::changes), response);
    }

    private List<Change> changes(List<RestatedNumber> numbers) {
        var known = disputes.find(
                numbers.stream().map(RestatedNumber::dispute).distinct().toList());
        var names = suppliers.of(numbers.stream().map(RestatedNumber::supplier).toList());
        return numbers.stream()
                .map(number -> new Change(
                        number, Objects.requireNonNull(known.get(number.dispute())), names.apply(number.supplier())))
                .toList();
    }
}
