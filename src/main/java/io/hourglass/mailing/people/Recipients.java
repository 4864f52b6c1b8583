package io.hourglass.mailing.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Those who get mail. */
public interface Recipients {

    Optional<Recipient> find(String account);

    Map<String, Recipient> find(Collection<String> accounts);

    /** Since when there is one; empty if there is none. */
    Optional<Instant> firstAt();

    /** In the place of what was set. */
    void put(Recipient recipient);

    void remove(String account);

    /** By account what each has chosen, by the names of kinds; those that have chosen nothing are left out. */
    Map<String, Map<String, Boolean>> choices(Collection<String> accounts);

    /** In the place of what it had chosen. */
    void choose(String account, Map<String, Boolean> choices);
}
