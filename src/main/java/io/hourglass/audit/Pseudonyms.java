package io.hourglass.audit;

import static java.util.stream.Collectors.toMap;

import io.hourglass.audit.Persons.Salted;
import io.hourglass.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What persons are called in the ledger: the beginning of SHA-256 over a random salt of their own and their id. Without
 * the salt nobody can tell who it was, not even by trying ids.
 */
@Component
public class Pseudonyms {

    private static final int LENGTH = 22;
    private static final int SALT_BYTES = 12;

    private final Persons persons;
    private final SecureRandom random = new SecureRandom();

    Pseudonyms(Persons persons) {
        this.persons = persons;
    }

    /** By id, of persons who may be new; the caller holds the ledger, see {@link Seals#hold}. */
    public Map<String, String> given(Collection<String> ids) {
        var known = new HashMap<>(persons.find(ids));
        var fresh = new HashMap<String, Salted>();
        ids.stream().filter(id -> !known.containsKey(id)).forEach(id -> fresh.put(id, new Salted(salt())));
        if (!fresh.isEmpty()) {
            persons.add(fresh);
            known.putAll(fresh);
        }
        return pseudonyms(known);
    }

    /** By id, of persons who have been in a seal. */
    Map<String, String> known(Collection<String> ids) {
        return pseudonyms(persons.find(ids));
    }

    private static Map<String, String> pseudonyms(Map<String, Salted> salted) {
        return salted.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, person -> pseudonym(person.getKey(), person.getValue())));
    }

    private String salt() {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static String pseudonym(String id, Salted person) {
        if (person.erased()) {
            return id;
        }
        var hash = Sha256.of(person.salt() + id);
        return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
    }
}
