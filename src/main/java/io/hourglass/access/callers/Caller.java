package io.hourglass.access.callers;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or some system, that has proved who it is. A party has no role but that one: else it could do by the one
 * what is only for its own by the other.
 *
 * @param name of the account, or of the key
 * @param scopes of an integration; none of other roles
 * @param supplier for whom a SUPPLIER acts; null for other roles
 * @param buyer who a BUYER is; null for other roles
 * @param person who stands behind it: two callers of one person are one to whom four eyes are asked for
 */
public record Caller(
        String name,
        Set<Role> roles,
        Set<Scope> scopes,
        @Nullable SupplierId supplier,
        @Nullable BuyerId buyer,
        String person)
        implements Principal {

    /** @throws IllegalArgumentException if it is a party and something else */
    public Caller {
        if (roles.size() > 1 && roles.stream().anyMatch(Role::isParty)) {
            throw new IllegalArgumentException("a party with further roles: " + roles);
        }
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** One that stands for itself. */
    public Caller(
            String name, Set<Role> roles, Set<Scope> scopes, @Nullable SupplierId supplier, @Nullable BuyerId buyer) {
        this(name, roles, scopes, supplier, buyer, name);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether it sees its own inquiries only, and gets 404 for all others. */
    public boolean isParty() {
        return roles.stream().allMatch(Role::isParty);
    }

    public boolean actsFor(SupplierId other) {
        return other.equals(supplier);
    }

    public boolean actsFor(BuyerId other) {
        return other.equals(buyer);
    }

    public boolean isParty(CaseParties.Parties parties) {
        return parties.supplier().equals(supplier) || parties.buyer().equals(buyer);
    }

    /** As Spring Security writes them. */
    public Stream<String> authorities() {
        return Stream.<Authority>concat(roles.stream(), scopes.stream()).map(Authority::authority);
    }
}
