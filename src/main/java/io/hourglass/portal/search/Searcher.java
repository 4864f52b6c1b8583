package io.hourglass.portal.search;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.portal.disputes.CaseShown;
import io.hourglass.portal.names.PartyNames.Called;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Who searches: what it may see, and where it reads that. Operations and auditors see all. */
record Searcher(Caller caller) {

    /** What of inquiries it may see. */
    Wanted own() {
        return Wanted.builder()
                .buyer(caller.buyer())
                .supplier(caller.supplier())
                .build();
    }

    List<HitGroup.Kind> kinds() {
        if (!caller.isParty()) {
            return List.of(HitGroup.Kind.values());
        }
        return caller.is(Role.BUYER)
                ? List.of(HitGroup.Kind.SUPPLIERS, HitGroup.Kind.INQUIRIES)
                : List.of(HitGroup.Kind.INQUIRIES, HitGroup.Kind.DISPUTES);
    }

    /** Where all that were found of a kind are listed. */
    String list(HitGroup.Kind kind, String typed) {
        var query = UriUtils.encodeQueryParam(typed, StandardCharsets.UTF_8).replace("+", "%2B");
        if (caller.isParty()) {
            return "/search?q=" + query + "&in=" + kind.key();
        }
        return switch (kind) {
            case INQUIRIES -> "/audit/inquiries?q=" + query;
            case SUPPLIERS -> "/suppliers?q=" + query;
            case BUYERS, DISPUTES -> "/search?q=" + query + "&in=" + kind.key();
        };
    }

    String page(InquiryId inquiry) {
        var id = PathSegment.of(inquiry.value());
        return own("/inquiries/" + id).orElse("/inquiries/" + id + "/trace");
    }

    /** To read of it, or for a buyer to write to it. */
    String page(SupplierId supplier) {
        var id = PathSegment.of(supplier.value());
        return own("/new-inquiry?supplier=" + id).orElse("/suppliers/" + id + "/rate");
    }

    /** For a supplier with its case. */
    String page(Dispute dispute) {
        return own(CaseShown.of(dispute.caseId()).own() + "#disputes")
                .orElse("/audit/disputes/" + PathSegment.of(dispute.id().value()));
    }

    String page(BuyerId buyer) {
        return "/buyers/" + PathSegment.of(buyer.value()) + "/inquiries";
    }

    /** Between whom an inquiry is, without the searcher itself. */
    String others(Inquiry inquiry, Called called) {
        var buyer = called.buyer(inquiry.buyer());
        var supplier = called.supplier(inquiry.supplier());
        return caller.is(Role.SUPPLIER) ? buyer : caller.is(Role.BUYER) ? supplier : buyer + " → " + supplier;
    }

    private Optional<String> own(String path) {
        return Optional.ofNullable(caller.supplier())
                .map(own -> "/suppliers/" + PathSegment.of(own.value()))
                .or(() -> Optional.ofNullable(caller.buyer()).map(own -> "/buyers/" + PathSegment.of(own.value())))
                .map(own -> own + path);
    }
}
