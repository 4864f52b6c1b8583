package io.hourglass.audit.persons;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/** The salts behind pseudonyms. */
public interface Persons {

    /** By the persons' ids; one that is not known is absent. */
    Map<String, Salted> find(Collection<String> ids);

    /**
     * In a transaction of its own, in the order of the ids.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one is known already; then none is added
     */
    void add(SortedMap<String, Salted> persons);

    /** Forgets the salt and the id; from here on, the pseudonym stands for itself. */
    void erase(String id, String pseudonym);

    /** @param salt empty for an erased person, whose id is the pseudonym */
    record Salted(String salt) {}
}
