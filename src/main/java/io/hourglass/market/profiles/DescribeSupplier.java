package io.hourglass.market.profiles;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.batch.Batched;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.market.Suppliers;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what the marketplace says of a supplier. One that Hourglass has not met yet is noted. */
@Component
public class DescribeSupplier {

    private final Suppliers suppliers;
    private final SupplierProfiles profiles;
    private final Actions actions;
    private final Clock clock;

    DescribeSupplier(Suppliers suppliers, SupplierProfiles profiles, Actions actions, Clock clock) {
        this.suppliers = suppliers;
        this.profiles = profiles;
        this.actions = actions;
        this.clock = clock;
    }

    /** @param keepsSuspension whether it does not speak of the suspension, so that this stays as it is */
    public record Description(SupplierId supplier, SupplierProfile profile, boolean keepsSuspension) {

        private static final int LONGEST_NAME = 200;
        private static final int LONGEST_COMPANY = 64;
        private static final int LONGEST_PRODUCTS = 2000;
        private static final int LONGEST_CATEGORY = 400;
        private static final int MAX_CATEGORIES = 50;

        /** @throws InvalidInput if a text of the profile cannot be kept or is too long, or there are too many categories */
        public Description {
            check("name", profile.name(), LONGEST_NAME);
            check("company", profile.company(), LONGEST_COMPANY);
            check("products", profile.products(), LONGEST_PRODUCTS);
            profile.categories().forEach(category -> check("categories", category, LONGEST_CATEGORY));
            if (profile.categories().size() > MAX_CATEGORIES) {
                throw new InvalidInput(
                        "categories", profile.categories().size(), "at most " + MAX_CATEGORIES + " categories");
            }
        }

        private static void check(String field, @Nullable String text, int longest) {
            if (text != null) {
                StoredText.check(field, text);
                if (text.length() > longest) {
                    throw new InvalidInput(field, text, "at most " + longest + " characters");
                }
            }
        }

        public Description(SupplierId supplier, SupplierProfile profile) {
            this(supplier, profile, false);
        }
    }

    /** Replaces what was said before. */
    @Batched
    public SupplierProfile describe(Description description) {
        var supplier = description.supplier();
        suppliers.met(supplier, clock.instant());
        var profile = description.keepsSuspension()
                ? description.profile().suspended(isSuspended(supplier))
                : description.profile();
        profiles.put(supplier, profile);
        actions.note(Action.DESCRIBE_A_SUPPLIER, supplier.value(), profile.suspended() ? "suspended" : "");
        return profile;
    }

    private boolean isSuspended(SupplierId supplier) {
        var one = List.of(supplier);
        profiles.lock(one);
        return profiles.availabilityOf(one)
                .getOrDefault(supplier, Availability.UNSAID)
                .suspended();
    }
}
