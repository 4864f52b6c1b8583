package io.hourglass.market.profiles;

import org.jspecify.annotations.Nullable;

/**
 * Of what is said of a supplier, that by which it may or may not be recommended.
 *
 * @param company suppliers of one company are affiliates; null if unknown
 * @param capacity how many open inquiries it can take at a time; null if it has not said
 * @param suspended whether it is excluded from recommendations
 */
public record Availability(@Nullable String company, @Nullable Integer capacity, boolean suspended) {

    /** Of a supplier of which nothing was said. */
    public static final Availability UNSAID = new Availability(null, null, false);

    public boolean isAffiliateOf(Availability other) {
        return company != null && company.equals(other.company);
    }
}
