package io.hourglass.audit.persons;

import static java.util.stream.Collectors.toMap;

import io.hourglass.audit.persons.Persons.Salted;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.text.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * What persons are called in the ledger: the beginning of SHA-256 over a random salt of their own and their id. Without
 * the salt the person cannot be identified, not even by trying ids.
 */
@Component
public class Pseudonyms {

    private static final int LENGTH = 22;
    private static final int SALT_BYTES = 12;

    private static final int ATTEMPTS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Persons persons;
    private final TransactionCache<String, String> given;

    /** Another may give the same person a pseudonym at the same moment: its stands then. */
    private final RetryTemplate again = RetryTemplate.builder()
            .maxAttempts(ATTEMPTS)
            .noBackoff()
            .retryOn(List.of(ConcurrencyFailureException.class, DuplicateKeyException.class))
            .build();

    public Pseudonyms(Persons persons, WriteBatch rows) {
        this.persons = persons;
        this.given = new TransactionCache<>(rows, this::give);
    }

    /**
     * By id, of persons who may be new. It can be called in any transaction: a new one is committed immediately, so that
     * no other transaction waits for it, and it stays if the caller fails.
     */
    public Map<String, String> given(Collection<String> ids) {
        return given.find(ids);
    }

    /** By id, of persons who have been in a seal. */
    public Map<String, String> known(Collection<String> ids) {
        return pseudonyms(persons.find(ids));
    }

    private Map<String, String> give(Collection<String> ids) {
        return again.execute(attempt -> {
            var known = new HashMap<>(persons.find(ids));
            var fresh = new TreeMap<String, Salted>();
            ids.stream().filter(id -> !known.containsKey(id)).forEach(id -> fresh.put(id, new Salted(salt())));
            if (!fresh.isEmpty()) {
                persons.add(fresh);
                known.putAll(fresh);
            }
            return pseudonyms(known);
        });
    }

    private static Map<String, String> pseudonyms(Map<String, Salted> salted) {
        return salted.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        person -> pseudonym(person.getKey(), person.getValue().salt())));
    }

    /** Of a new person: 16 characters. */
    public static String salt() {
        var bytes = new byte[SALT_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** @param salt empty for an erased person, whose id is the pseudonym */
    public static String pseudonym(String id, String salt) {
        if (salt.isEmpty()) {
            return id;
        }
        var hash = Sha256.of(salt + id);
        return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
    }
}
