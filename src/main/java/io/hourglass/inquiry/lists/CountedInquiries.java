package io.hourglass.inquiry.lists;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.lists.SettledInquiries.Counted;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.Suppliers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A supplier's inquiries of the usual days that count: as the books have them where those are closed, else judged as of now. */
@Component
public class CountedInquiries {

    private final ListedDays days;
    private final SettledInquiries settled;
    private final JudgedInquiries cases;
    private final Facts facts;
    private final Suppliers suppliers;

    CountedInquiries(
            ListedDays days, SettledInquiries settled, JudgedInquiries cases, Facts facts, Suppliers suppliers) {
        this.days = days;
        this.settled = settled;
        this.cases = cases;
        this.facts = facts;
        this.suppliers = suppliers;
    }

    /**
     * In no order.
     *
     * @throws NotFound if there is no such supplier
     */
    @Transactional(readOnly = true)
    public List<Counted> of(SupplierId supplier) {
        if (!suppliers.isKnown(supplier)) {
            throw new NotFound("supplier", supplier.value());
        }
        var usual = days.of(null, null);
        var open = usual.hasOpen()
                ? cases.ofSupplier(supplier, usual.firstOpen(), usual.last()).stream()
                        .filter(one -> one.judgement().state().countable())
                        .toList()
                : List.<InquiryInPair>of();
        var deciding = facts.find(open.stream()
                .flatMap(one -> Stream.ofNullable(one.judgement().decidingFact()))
                .toList());
        return Stream.concat(
                        settled.counted(supplier, usual.first(), usual.lastSettled()).stream(),
                        open.stream().map(one -> counted(one, deciding)))
                .toList();
    }

    private static Counted counted(InquiryInPair one, Map<FactId, StoredFact> deciding) {
        return new Counted(
                one.inquiry().receivedAt(),
                one.inquiry().category(),
                account(one.judgement().decidingFact(), deciding),
                one.judgement().state());
    }

    private static @Nullable String account(@Nullable FactId fact, Map<FactId, StoredFact> deciding) {
        var stored = fact == null ? null : deciding.get(fact);
        return stored == null ? null : stored.actor();
    }
}
