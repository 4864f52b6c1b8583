package io.hourglass.portal.buyer;

import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.portal.Percent;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.standing.Standings;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the suppliers to whom a buyer can write, with what they let it see. */
@Component
class Choices {

    private static final int SIZE = 20;

    private final Suppliers suppliers;
    private final SupplierProfiles profiles;
    private final Publications publications;
    private final Standings standings;
    private final Viewer viewer;

    Choices(
            Suppliers suppliers,
            SupplierProfiles profiles,
            Publications publications,
            Standings standings,
            Viewer viewer) {
        this.suppliers = suppliers;
        this.profiles = profiles;
        this.publications = publications;
        this.standings = standings;
        this.viewer = viewer;
    }

    /**
     * @param words of the name; empty for all
     * @throws InvalidInput if the words cannot be in any name
     */
    @Transactional(readOnly = true)
    public ListPage<Choice> called(String words, int page) {
        StoredText.check("words", words);
        return new PageQuery(page, SIZE)
                .from((offset, limit) -> suppliers.called(words, offset, limit))
                .map(found -> choices(found.stream().map(Supplier::id).toList()));
    }

    /** @throws NotFound if there is no such supplier */
    @Transactional(readOnly = true)
    public Choice of(SupplierId supplier) {
        if (!suppliers.isKnown(supplier)) {
            throw new NotFound("supplier", supplier.value());
        }
        return choices(List.of(supplier)).get(0);
    }

    private List<Choice> choices(List<SupplierId> some) {
        var said = profiles.of(some);
        var names = SupplierNames.in(said);
        var numbers = publications.latestOf(some);
        var hidden = standings.hidden(Track.INQUIRY);
        return some.stream()
                .map(supplier -> {
                    var number = numbers.get(supplier);
                    return new Choice(
                            supplier.value(),
                            names.apply(supplier),
                            !hidden.contains(supplier.subject()),
                            number == null ? null : Percent.of(number.timely(), number.countable()),
                            number == null ? 0 : number.timely(),
                            number == null ? 0 : number.countable(),
                            number == null || !number.isRestated()
                                    ? null
                                    : viewer.format().shown(number.publishedAt()),
                            said.getOrDefault(supplier, SupplierProfile.EMPTY).categories());
                })
                .toList();
    }
}
