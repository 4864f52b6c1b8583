package io.hourglass.portal.auditor;

import io.hourglass.access.Viewer;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.FindInquiries;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.SupplierNames;
import io.hourglass.web.Page;
import io.hourglass.web.Pager;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds inquiries by their known attributes; each leads to its trace. */
@Page
class SearchPage {

    private static final int SIZE = 50;

    private final FindInquiries find;
    private final SupplierNames suppliers;
    private final Viewer viewer;

    SearchPage(FindInquiries find, SupplierNames suppliers, Viewer viewer) {
        this.find = find;
        this.suppliers = suppliers;
        this.viewer = viewer;
    }

    /** @param id of an inquiry or of one of its facts: the first of them bears the inquiry's id */
    record Query(
            @Nullable String id,
            @Nullable String messageId,
            @Nullable String buyer,
            @Nullable String supplier,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Wanted wanted() {
            return new Wanted(
                    null,
                    Parsed.in(id, FactId::new),
                    Parsed.in(messageId, text -> text),
                    Parsed.in(buyer, BuyerId::new),
                    Parsed.in(supplier, SupplierId::new),
                    from,
                    to);
        }
    }

    record Row(String id, String buyer, String supplierId, String supplier, Shown received, InquiryState state) {

        static List<Row> all(List<FindInquiries.Found> found, SupplierNames suppliers, ZonedFormat format) {
            var names = suppliers.of(
                    found.stream().map(one -> one.inquiry().supplier()).toList());
            return found.stream()
                    .map(one -> new Row(
                            one.inquiry().id().value(),
                            one.inquiry().buyer().value(),
                            one.inquiry().supplier().value(),
                            names.apply(one.inquiry().supplier()),
                            format.shown(one.inquiry().receivedAt()),
                            one.judgement().state()))
                    .toList();
        }
    }

    @GetMapping("/audit/inquiries")
    String search(
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String messageId,
            @RequestParam(required = false) @Nullable String buyer,
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Model model) {
        var query = new Query(id, messageId, buyer, supplier, from, to);
        var wanted = query.wanted();
        model.addAttribute("query", query);
        if (!wanted.isNothing()) {
            var found = find.find(wanted, new PageQuery(page, SIZE));
            model.addAttribute("rows", Row.all(found.items(), suppliers, viewer.format()));
            model.addAttribute("paging", Pager.of(found));
        }
        return "auditor/inquiries";
    }
}
