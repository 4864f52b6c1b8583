package io.hourglass.portal.buyer;

import static java.util.stream.Collectors.joining;

import io.hourglass.inquiry.lists.BuyerCases.Wanted;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A buyer's inquiries as a file. */
@Page
class SentCsv {

    private static final CsvList<Sent> SENT = CsvList.<Sent>named("inquiries")
            .column("audit.inquiry", Sent::id)
            .column("supplier", Sent::supplier)
            .column("csv.subject", Sent::subject)
            .column("csv.sent", Sent::at)
            .words("buyer.list.became", "buyer.became.", Sent::became)
            .column("trace.clock.replyDeadline", Sent::due)
            .column("csv.answered", Sent::answered)
            .column(
                    "buyer.carried",
                    one -> one.carriedOver().stream().map(Sent::supplier).collect(joining("; ")));

    private final CsvFiles csv;
    private final SentInquiries sent;

    SentCsv(CsvFiles csv, SentInquiries sent) {
        this.csv = csv;
        this.sent = sent;
    }

    @GetMapping(path = "/buyers/{buyer}/inquiries", params = CsvList.ASKED)
    void sent(
            @PathVariable String buyer,
            @RequestParam(required = false) @Nullable BuyerStatus became,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        var wanted = new Wanted(new BuyerId(buyer), became, from, to);
        csv.send(SENT, part -> sent.list(wanted, part).sent(), response);
    }
}
