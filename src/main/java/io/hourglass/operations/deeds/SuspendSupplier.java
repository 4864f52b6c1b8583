package io.hourglass.operations.deeds;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.SupplierProfiles;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a supplier out of what buyers are recommended, and lets it in again: from the next offer on. Its inquiries, its
 * verdicts and its number go on as they are. Who did it, and why, is in the ledger.
 */
@Component
@Transactional
public class SuspendSupplier {

    private final SupplierProfiles profiles;
    private final Actions actions;

    SuspendSupplier(SupplierProfiles profiles, Actions actions) {
        this.profiles = profiles;
        this.actions = actions;
    }

    /**
     * Once is enough: one that is suspended already stays so, and nothing is noted.
     *
     * @throws NotFound if there is no such supplier
     */
    public void suspend(SupplierId supplier, Reason reason) {
        set(supplier, true, Action.SUSPEND_A_SUPPLIER, reason);
    }

    /**
     * The same the other way round.
     *
     * @throws NotFound if there is no such supplier
     */
    public void resume(SupplierId supplier, Reason reason) {
        set(supplier, false, Action.RESUME_A_SUPPLIER, reason);
    }

    private void set(SupplierId supplier, boolean suspended, Action action, Reason reason) {
        profiles.lock(List.of(supplier));
        var before = Optional.ofNullable(profiles.of(List.of(supplier)).get(supplier))
                .orElseThrow(() -> new NotFound("supplier", supplier.value()));
        if (before.suspended() != suspended) {
            profiles.suspend(supplier, suspended);
            actions.note(action, supplier.value(), reason.text());
        }
    }
}
