package io.hourglass.portal.auditor;

import io.hourglass.inquiry.reading.FindInquiries.Found;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.inquiry.search.Narrowing;
import io.hourglass.inquiry.search.SearchInquiries;
import io.hourglass.inquiry.search.SearchInquiries.Typed;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.portal.auditor.SearchPage.Query;
import io.hourglass.portal.names.SupplierChoice;
import io.hourglass.portal.names.SupplierChoice.Chosen;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of inquiries as its page and its file have it. */
@Component
class InquiryList {

    private final SearchInquiries search;
    private final SupplierChoice choice;
    private final InquiryChips chips;

    InquiryList(SearchInquiries search, SupplierChoice choice, InquiryChips chips) {
        this.search = search;
        this.choice = choice;
        this.chips = chips;
    }

    /** What is asked for, made out. */
    record Asked(Chosen supplier, Typed typed, Wanted wanted, Narrowing narrowing) {}

    /** @param supplier as typed, {@code chosen} as picked from among several; see {@link SupplierChoice#of} */
    Asked asked(Query query, @Nullable String supplier, @Nullable String chosen) {
        var of = choice.of(supplier, chosen);
        var wanted = query.wanted(of.id(), InquiryChips.isOfReceipt(query.chip()) ? chips.from() : null);
        return new Asked(of, search.read(query.words(), wanted), wanted, chips.narrowing(query.chip(), of.id()));
    }

    /** None where nobody, or several, are called as was typed. */
    ListPage<Found> part(Asked asked, PageQuery page) {
        return asked.supplier().problem() != null
                ? page.cut(List.of())
                : search.find(asked.typed().sought(), asked.wanted(), asked.narrowing(), page);
    }

    /** @throws NotFound if nobody is called so, or several are */
    SupplierId supplier(@Nullable String typed, @Nullable String chosen) {
        var of = choice.of(typed, chosen).id();
        if (of == null) {
            throw new NotFound("supplier", typed == null ? "" : typed);
        }
        return of;
    }
}
