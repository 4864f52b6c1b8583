package io.hourglass.portal.auditor;

import io.hourglass.access.callers.Viewer;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.Seals;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.Track;
import io.hourglass.portal.names.PartyNames;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of inquiries, and of seals, as files. */
@Page
class InquiriesCsv {

    private static final CsvList<Named<SearchPage.Row>> FOUND = CsvList.<Named<SearchPage.Row>>named("inquiries")
            .column("audit.inquiry", one -> one.row().id())
            .column("trace.buyer", one -> one.called().buyer(one.row().buyer()))
            .column("csv.buyerId", one -> one.row().buyer())
            .column("supplier", one -> one.row().supplier())
            .column("csv.supplierId", one -> one.row().supplierId())
            .column("trace.received", one -> one.row().received())
            .words("trace.decision", "trace.state.", one -> one.row().state());

    private static final CsvList<NumbersPage.Row> BEHIND = CsvList.<NumbersPage.Row>named("published-number")
            .column("audit.inquiry", NumbersPage.Row::inquiry)
            .column("trace.day", NumbersPage.Row::day)
            .words("audit.then", "trace.state.", NumbersPage.Row::then)
            .words("audit.counted", "audit.counted.", row -> row.timely() ? "timely" : row.counted() ? "not" : "out")
            .words("audit.now", "trace.state.", NumbersPage.Row::now);

    private static final CsvList<Seal> SEALS = CsvList.<Seal>named("seals")
            .column("trace.day", Seal::day)
            .column("audit.ledger.root", Seal::root)
            .column("audit.ledger.entries", Seal::entries)
            .column("audit.ledger.sealed", Seal::sealedAt);

    private final CsvFiles csv;
    private final InquiryList list;
    private final NumberDrillDown drillDown;
    private final Seals seals;
    private final SupplierNames suppliers;
    private final Policies policies;
    private final Viewer viewer;
    private final PartyNames names;

    InquiriesCsv(
            CsvFiles csv,
            InquiryList list,
            NumberDrillDown drillDown,
            Seals seals,
            SupplierNames suppliers,
            Policies policies,
            Viewer viewer,
            PartyNames names) {
        this.csv = csv;
        this.list = list;
        this.drillDown = drillDown;
        this.seals = seals;
        this.suppliers = suppliers;
        this.policies = policies;
        this.viewer = viewer;
        this.names = names;
    }

    @GetMapping(path = "/audit/inquiries", params = CsvList.ASKED)
    void found(
            SearchPage.Query query,
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String chosen,
            HttpServletResponse response)
            throws IOException {
        var asked = list.asked(query, supplier, chosen);
        csv.send(
                FOUND,
                part -> list.part(asked, part)
                        .map(some -> SearchPage.Row.all(some, suppliers, viewer.format()))
                        .map(rows -> names.named(rows, SearchPage.Row::buyer, row -> null)),
                response);
    }

    @GetMapping(path = "/audit/numbers", params = CsvList.ASKED)
    void behind(
            @RequestParam String supplier,
            @RequestParam(required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDateTime knownAt,
            HttpServletResponse response)
            throws IOException {
        var subject = list.supplier(supplier, chosen).subject();
        var at = knownAt == null ? null : knownAt.atZone(policies.zone()).toInstant();
        csv.send(
                BEHIND,
                part -> {
                    var behind = drillDown.behind(subject, on, at, null, part);
                    return behind.entries().map(entries -> NumbersPage.Row.all(behind));
                },
                response);
    }

    @GetMapping(path = "/audit/ledger", params = CsvList.ASKED)
    void seals(HttpServletResponse response) throws IOException {
        csv.send(SEALS, part -> part.from((offset, limit) -> seals.latest(Track.INQUIRY, offset, limit)), response);
    }
}
