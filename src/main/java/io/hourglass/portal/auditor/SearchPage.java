package io.hourglass.portal.auditor;

import io.hourglass.access.callers.Viewer;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.FindInquiries;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All inquiries, the newest first, narrowed by words, by their known attributes and by chips; each leads to its trace. */
@Page
class SearchPage {

    private static final int SIZE = 50;

    private final InquiryList list;
    private final InquiryChips chips;
    private final SupplierNames suppliers;
    private final Viewer viewer;

    SearchPage(InquiryList list, InquiryChips chips, SupplierNames suppliers, Viewer viewer) {
        this.list = list;
        this.chips = chips;
        this.suppliers = suppliers;
        this.viewer = viewer;
    }

    /**
     * What is asked for; what is left empty does not matter.
     *
     * @param q words
     * @param id of an inquiry or of one of its facts: the first of them bears the inquiry's id
     * @param only a chip
     */
    record Query(
            @Nullable String q,
            @Nullable String id,
            @Nullable String messageId,
            @Nullable String buyer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String only) {

        Wanted wanted(@Nullable SupplierId supplier, @Nullable LocalDate since) {
            return Wanted.builder()
                    .fact(Parsed.in(id, FactId::new))
                    .messageId(Parsed.in(messageId, text -> text))
                    .buyer(Parsed.in(buyer, BuyerId::new))
                    .supplier(supplier)
                    .from(from == null ? since : from)
                    .to(to)
                    .build();
        }

        String words() {
            return q == null ? "" : q;
        }

        /** By its name; null if none is chosen. */
        public @Nullable String chip() {
            return only == null || only.isEmpty() ? null : only.toUpperCase(Locale.ROOT);
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
            Query query,
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String chosen,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Model model) {
        var asked = list.asked(query, supplier, chosen);
        model.addAttribute("query", query);
        model.addAttribute("choice", asked.supplier());
        model.addAttribute("typed", asked.typed());
        model.addAttribute("chips", chips.of(asked.supplier().id(), query.chip()));
        if (asked.supplier().problem() == null) {
            var found = list.part(asked, new PageQuery(page, SIZE));
            model.addAttribute("rows", Row.all(found.items(), suppliers, viewer.format()));
            model.addAttribute("paging", Pager.of(found));
        }
        return "auditor/inquiries";
    }
}
