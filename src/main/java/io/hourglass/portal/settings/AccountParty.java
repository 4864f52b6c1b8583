package io.hourglass.portal.settings;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.persons.KnownPersons;
import io.hourglass.portal.names.SupplierChoice;
import io.hourglass.portal.names.SupplierChoice.Chosen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For whom an account acts, as its forms take it: a supplier by part of its name, a buyer by its id. */
@Component
class AccountParty {

    private static final String SUPPLIER = "supplier";
    private static final String BUYER = "party";

    private final SupplierChoice suppliers;
    private final KnownPersons persons;

    AccountParty(SupplierChoice suppliers, KnownPersons persons) {
        this.suppliers = suppliers;
        this.persons = persons;
    }

    /**
     * What was sent.
     *
     * @param supplier its name, or its id, in part
     * @param chosen its id, from among those that were offered
     * @param unknown the id of a supplier or buyer of whom nothing is known yet: the same as was typed, once that is confirmed
     * @param party the id of a buyer
     */
    record Asked(
            @Nullable String supplier, @Nullable String chosen, @Nullable String unknown, @Nullable String party) {}

    /**
     * What the fields show.
     *
     * @param broken the field that could not be taken; empty if there is none
     * @param newId what was typed, if it can be the id of one of whom nothing is known yet; empty if it needs no confirmation
     */
    record Fields(Chosen supplier, String buyer, String broken, String newId) {

        private static final Chosen NOBODY = new Chosen("", null, List.of(), false);
        static final Fields EMPTY = new Fields(NOBODY, "", "", "");

        /** @param field the one that the account's rule refused: its party, whichever that was */
        Fields refused(String field, String role) {
            return field.equals(BUYER) ? broken(role.equals(Role.SUPPLIER.name()) ? SUPPLIER : BUYER) : this;
        }

        private Fields broken(String field) {
            return new Fields(supplier, buyer, field, newId);
        }
    }

    /**
     * What was made of it.
     *
     * @param id null for none; of no use where a field is broken
     */
    record Taken(@Nullable String id, Fields fields) {

        boolean isBroken() {
            return !fields.broken().isEmpty();
        }
    }

    /** As an account has it; also a supplier that has sent nothing yet. */
    Fields of(Account account) {
        var party = account.party();
        if (party == null || account.role() != Role.SUPPLIER) {
            return new Fields(Fields.NOBODY, Objects.requireNonNullElse(party, ""), "", "");
        }
        var found = suppliers.of(party, party);
        return new Fields(found.chosen() == null ? itself(party) : found, "", "", "");
    }

    private static Chosen itself(String id) {
        return new Chosen(id, new Supplier(new SupplierId(id), null, Instant.EPOCH), List.of(), false);
    }

    /**
     * Each role takes its own field, and none that was typed for another.
     *
     * @param role its name, as it was sent
     * @param before what the account has now, which needs no confirmation; null of a new one
     */
    Taken taken(Asked asked, String role, @Nullable String before) {
        var buyer = StoredText.typed(Objects.requireNonNullElse(asked.party(), ""));
        var supplier = supplier(asked, before);
        var typed = supplier.typed();
        var isNew = supplier.isNobody() && ExternalId.isOne(typed, ExternalId.MAX_LENGTH);
        var fields = new Fields(supplier, buyer, "", isNew ? typed : "");
        if ((!role.equals(Role.SUPPLIER.name()) && !typed.isEmpty()) || supplier.problem() != null) {
            return new Taken(null, fields.broken(SUPPLIER));
        }
        if (!role.equals(Role.BUYER.name()) && !buyer.isEmpty()) {
            return new Taken(null, fields.broken(BUYER));
        }
        if (!buyer.equals(before) && !buyer.equals(asked.unknown()) && isNewBuyer(buyer)) {
            return new Taken(null, new Fields(supplier, buyer, BUYER, buyer));
        }
        var id = supplier.id();
        return new Taken(id != null ? id.value() : buyer.isEmpty() ? null : buyer, fields);
    }

    private boolean isNewBuyer(String id) {
        return ExternalId.isOne(id, ExternalId.MAX_LENGTH) && !persons.isBuyer(new BuyerId(id));
    }

    private Chosen supplier(Asked asked, @Nullable String before) {
        try {
            var found = suppliers.of(asked.supplier(), asked.chosen());
            var typed = found.typed();
            var meant = typed.equals(before) || typed.equals(asked.unknown());
            return found.isNobody() && meant && ExternalId.isOne(typed, ExternalId.MAX_LENGTH) ? itself(typed) : found;
        } catch (InvalidInput e) {
            return new Chosen(String.valueOf(asked.supplier()), null, List.of(), false);
        }
    }
}
