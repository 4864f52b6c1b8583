package io.hourglass.portal.operations;

import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.operations.map.EndedInquiries.Ended;
import io.hourglass.operations.map.ProcessMap;
import io.hourglass.operations.work.Incidents;
import io.hourglass.operations.work.Stops;
import io.hourglass.operations.work.Workflow;
import io.hourglass.portal.names.PartyNames;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of operations as files. */
@Page
class OperationsCsv {

    private static final CsvList<Failure> FAILED = CsvList.<Failure>named("incidents")
            .column("operations.incident.step", Failure::step)
            .column("operations.process", Failure::process)
            .column("operations.incident.about", one -> one.incident().key())
            .column("operations.incident.message", one -> one.incident().message())
            .column("csv.retries", one -> one.incident().retriesLeft())
            .column("csv.since", one -> one.incident().since())
            .column("csv.nextTry", one -> one.incident().nextTry())
            .column("csv.instance", one -> one.incident().instance());

    private static final CsvList<Halt> SUSPENDED = CsvList.<Halt>named("suspended")
            .words("operations.halt", "csv.halt.", one -> one.stopped().kind())
            .column("operations.process", Halt::process)
            .column("csv.version", one -> one.stopped().version())
            .column("operations.incident.step", Halt::step)
            .column("operations.incident.about", one -> one.stopped().key())
            .column("csv.instance", one -> one.stopped().instance());

    private static final CsvList<Named<Line>> WAITING = CsvList.<Named<Line>>named("waiting")
            .column("operations.incident.about", one -> one.row().waiting().key())
            .column("operations.inquiry", one -> one.row().inquiry())
            .column("csv.supplierId", one -> one.row().supplier())
            .column("supplier", one -> one.called().supplierOrNone(one.row().supplier()))
            .column("csv.buyerId", one -> one.row().buyer())
            .column("operations.buyer", one -> one.called()
                    .buyerOrNone(one.row().buyer()))
            .column("operations.due", one -> one.row().waiting().due())
            .column("operations.here", one -> one.row().waiting().since())
            .words(
                    "operations.incident.state",
                    "operations.waiting.",
                    one -> one.row().waiting().stopped() ? "stopped" : null)
            .column("csv.instance", one -> one.row().waiting().instance());

    private static final CsvList<Named<Ended>> ENDED = CsvList.<Named<Ended>>named("ended")
            .column("operations.inquiry", one -> one.row().inquiry())
            .column("csv.supplierId", one -> one.row().supplier())
            .column("supplier", one -> one.called().supplierOrNone(one.row().supplier()))
            .column("csv.buyerId", one -> one.row().buyer())
            .column("operations.buyer", one -> one.called()
                    .buyerOrNone(one.row().buyer()))
            .column("trace.received", one -> one.row().receivedAt())
            .words("audit.verdict", "trace.state.", one -> one.row().state());

    private final CsvFiles csv;
    private final Incidents incidents;
    private final Stops stops;
    private final ProcessMap map;
    private final Words words;
    private final PartyNames names;

    OperationsCsv(CsvFiles csv, Incidents incidents, Stops stops, ProcessMap map, Words words, PartyNames names) {
        this.csv = csv;
        this.incidents = incidents;
        this.stops = stops;
        this.map = map;
        this.words = words;
        this.names = names;
    }

    @GetMapping(path = "/operations/incidents", params = CsvList.ASKED)
    void failed(Locale locale, HttpServletResponse response) throws IOException {
        csv.send(FAILED, part -> part.from(incidents::all).map(each(one -> Failure.of(one, words, locale))), response);
    }

    @GetMapping(
            path = "/operations/incidents",
            params = {CsvList.ASKED, CsvList.LIST + "suspended"})
    void suspended(Locale locale, HttpServletResponse response) throws IOException {
        csv.send(
                SUSPENDED, part -> part.from(stops::suspended).map(each(one -> Halt.of(one, words, locale))), response);
    }

    @GetMapping(path = "/operations/inquiries", params = CsvList.ASKED)
    void waiting(
            @RequestParam(defaultValue = "inquiry") String process,
            @RequestParam(defaultValue = InquiryNodes.KEEP_CASE_OPEN) String step,
            HttpServletResponse response)
            throws IOException {
        var model = Workflow.named(process);
        csv.send(
                WAITING,
                part -> map.at(model, step, part)
                        .waiting()
                        .map(each(one -> Line.of(model, one)))
                        .map(lines -> names.named(lines, Line::buyer, Line::supplier)),
                response);
    }

    @GetMapping(path = "/operations/ended", params = CsvList.ASKED)
    void ended(HttpServletResponse response) throws IOException {
        csv.send(
                ENDED, part -> map.ended(part).map(some -> names.named(some, Ended::buyer, Ended::supplier)), response);
    }

    private static <T, R> Function<List<T>, List<R>> each(Function<T, R> row) {
        return some -> some.stream().map(row).toList();
    }
}
