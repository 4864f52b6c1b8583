package io.hourglass.portal.names;

import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a supplier from a field in which its name, company or id was typed, in part (ADR 55). */
@Component
public class SupplierChoice {

    /** How many are offered to choose from. */
    private static final int OFFERED = 20;

    private final Suppliers suppliers;

    SupplierChoice(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    /**
     * What was typed, and who is meant.
     *
     * @param typed without blanks at its ends; empty if nothing was
     * @param chosen null if nothing was typed, nobody is called so, or several are
     * @param offered who may be meant, if nobody was chosen; as far as they are shown
     * @param more whether there are others
     */
    public record Chosen(String typed, @Nullable Supplier chosen, List<Supplier> offered, boolean more) {

        public @Nullable SupplierId id() {
            return chosen == null ? null : chosen.id();
        }

        /** What the field shows: who was chosen by its id. */
        public String shown() {
            return chosen == null ? typed : chosen.id().value();
        }

        /** Whether something was typed, and nobody is called so. */
        public boolean isNobody() {
            return "none".equals(problem());
        }

        /** The name of its words: {@code none} or {@code several}; null if nothing is wrong. */
        public @Nullable String problem() {
            return typed.isEmpty() || chosen != null ? null : offered.isEmpty() ? "none" : "several";
        }
    }

    /**
     * One whose id was typed as a whole is chosen, and else the only one that is called so.
     *
     * @param picked from among those that were offered, by its id; goes before what was typed; null or empty if none was
     * @throws io.hourglass.kernel.InvalidInput if it cannot be part of any name
     */
    public Chosen of(@Nullable String typed, @Nullable String picked) {
        var text = picked == null || picked.isBlank() ? typed == null ? "" : typed.strip() : picked.strip();
        if (text.isEmpty()) {
            return new Chosen(text, null, List.of(), false);
        }
        var called = called(text);
        return only(text, called)
                .map(one -> new Chosen(text, one, List.of(), false))
                .orElseGet(() -> new Chosen(text, null, called.items(), called.more()));
    }

    /** Those that are called so, by name. */
    public ListPage<Supplier> called(String typed) {
        StoredText.check("supplier", typed);
        return new PageQuery(0, OFFERED).from((offset, limit) -> suppliers.called(typed, offset, limit));
    }

    private Optional<Supplier> only(String text, ListPage<Supplier> called) {
        var itself = ExternalId.isOne(text, ExternalId.MAX_LENGTH)
                ? suppliers.find(new SupplierId(text))
                : Optional.<Supplier>empty();
        return itself.or(
                () -> called.items().size() == 1 ? Optional.of(called.items().get(0)) : Optional.empty());
    }
}
