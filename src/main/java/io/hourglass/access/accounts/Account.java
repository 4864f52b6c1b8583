package io.hourglass.access.accounts;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in with a password.
 *
 * @param passwordHash as a Spring Security password encoder writes it
 * @param party the supplier that a SUPPLIER acts for, or the buyer that a BUYER is; null for any other role
 * @param person who stands behind it: the person who made it, and so knew its first password, whatever it is now; one of
 *     the configuration stands for itself
 * @param sessions how often its sessions were ended: those that began before are over
 */
public record Account(
        String name, Role role, @Nullable String party, String passwordHash, String person, int sessions) {

    /**
     * @throws InvalidInput if name or party is no id, or the role needs a party and has none, or has one and needs none, or is
     *     for systems
     */
    public Account {
        if (role == Role.INTEGRATION) {
            throw new InvalidInput("role", role, "that of a person; systems have keys, see /api/api-keys");
        }
        ExternalId.check("name", name, ExternalId.MAX_LENGTH);
        if (role.isParty() && party == null) {
            throw new InvalidInput("party", null, "the supplier's or buyer's id, as the role is " + role);
        }
        if (!role.isParty() && party != null) {
            throw new InvalidInput("party", party, "left out, as the role is " + role);
        }
        if (party != null) {
            ExternalId.check("party", party, ExternalId.MAX_LENGTH);
        }
    }

    /** One whose sessions were never ended. */
    public Account(String name, Role role, @Nullable String party, String passwordHash, String person) {
        this(name, role, party, passwordHash, person, 0);
    }

    /** One without a creator: it stands for itself. */
    public Account(String name, Role role, @Nullable String party, String passwordHash) {
        this(name, role, party, passwordHash, name);
    }

    /** The same with another password; who made it still stands behind it. */
    Account withPassword(String hash) {
        return new Account(name, role, party, hash, person, sessions);
    }

    /** The same with a password that another person could know, who stands behind it from here on. */
    Account handedTo(String other, String hash) {
        return new Account(name, role, party, hash, other, sessions);
    }

    /** The same in another role. */
    Account as(Role other, @Nullable String otherParty) {
        return new Account(name, other, otherParty, passwordHash, person, sessions);
    }

    public Caller caller() {
        return new Caller(
                name,
                Set.of(role),
                Set.of(),
                role == Role.SUPPLIER && party != null ? new SupplierId(party) : null,
                role == Role.BUYER && party != null ? new BuyerId(party) : null,
                person);
    }

    @Override
    public String toString() {
        return "Account[" + name + ", " + role + ", " + party + "]";
    }
}
