package io.hourglass.market.profiles;

import io.hourglass.kernel.InvalidInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace says of a supplier.
 *
 * @param name for display; null if it has none
 * @param company suppliers of one company are affiliates: none is recommended in the place of another; null if unknown
 * @param capacity how many open inquiries it can take at a time; null if it has not said
 * @param suspended whether it is excluded from recommendations
 * @param categories paths that it deals in, such as {@code Hardware/Pumps}
 * @param products what it makes, in words of any language; null if it has not said
 */
public record SupplierProfile(
        @Nullable String name,
        @Nullable String company,
        @Nullable Integer capacity,
        boolean suspended,
        List<String> categories,
        @Nullable String products) {

    /** Of one that the marketplace has said nothing of. */
    public static final SupplierProfile EMPTY = new SupplierProfile(null, null, null, false, List.of(), null);

    /** @throws InvalidInput if the capacity is negative, or a category is no path */
    public SupplierProfile {
        categories = List.copyOf(categories);
        if (capacity != null && capacity < 0) {
            throw new InvalidInput("capacity", capacity, "0 or more");
        }
        categories.forEach(SupplierProfile::check);
    }

    /** The same, suspended or not. */
    SupplierProfile suspended(boolean whether) {
        return new SupplierProfile(name, company, capacity, whether, categories, products);
    }

    private static void check(String category) {
        if (CategoryPath.parts(category).stream().anyMatch(String::isBlank)) {
            throw new InvalidInput("categories", category, "a path of names, such as Hardware/Pumps");
        }
    }
}
