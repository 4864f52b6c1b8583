package io.hourglass.access.keys;

import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Scope;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, recognises and revokes the keys of systems. A key is {@code hg_id_secret}; it is shown once, to its creator. */
@Component
public class KeyRing {

    private static final String PREFIX = "hg";
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    /** Each node writes the use of a key down once in so long, whatever comes in by it. */
    static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    /** For so long another node may take a key that may only watch after it was revoked. */
    static final Duration WATCHER_KNOWN_FOR = Duration.ofMinutes(5);

    private final ApiKeys keys;
    private final SampleAccess sample;
    private final Actions actions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> lastNoted = new ConcurrentHashMap<>();
    private final Map<String, Watcher> watchers = new ConcurrentHashMap<>();

    KeyRing(ApiKeys keys, SampleAccess sample, Actions actions, Clock clock) {
        this.keys = keys;
        this.sample = sample;
        this.actions = actions;
        this.clock = clock;
    }

    /** @param secret the whole key, which cannot be read again */
    public record Made(ApiKey key, String secret) {

        @Override
        public String toString() {
            return key.toString();
        }
    }

    /** @throws InvalidInput if the name may be no new one, or there is no scope */
    @Transactional
    public Made make(String name, Set<Scope> scopes, Caller maker) {
        ExternalId.checkNew("name", name, ExternalId.MAX_LENGTH);
        if (scopes.isEmpty()) {
            throw new InvalidInput("scopes", "none", "one or more scopes");
        }
        var id = HexFormat.of().formatHex(bytes(ID_BYTES));
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        var key = ApiKey.builder()
                .id(id)
                .name(name)
                .scopes(scopes)
                .secretHash(hash(secret))
                .madeAt(clock.instant())
                .madeBy(maker.name())
                .person(maker.person())
                .build();
        keys.add(key);
        actions.note(Action.MAKE_A_KEY, id, scopes.toString());
        return new Made(key, PREFIX + "_" + id + "_" + secret);
    }

    /**
     * Who calls with this key; empty if it is none of ours, or revoked. One that may do nothing but watch is known without the
     * database for a while, and for as long as that does not answer: else nobody would see that it does not.
     */
    public Optional<Caller> callerWith(String given) {
        var now = clock.instant();
        var hash = hash(given);
        var watcher = watchers.get(hash);
        if (watcher != null && now.isBefore(watcher.knownAt().plus(WATCHER_KNOWN_FOR))) {
            return Optional.of(watcher.caller());
        }
        try {
            var caller = kept(given);
            caller.filter(one -> one.scopes().equals(Set.of(Scope.WATCH)))
                    .ifPresentOrElse(one -> watchers.put(hash, new Watcher(one, now)), () -> watchers.remove(hash));
            return caller;
        } catch (DataAccessException e) {
            if (watcher == null) {
                throw e;
            }
            return Optional.of(watcher.caller());
        }
    }

    private record Watcher(Caller caller, Instant knownAt) {}

    private Optional<Caller> kept(String given) {
        if (sample.isKey(given)) {
            return Optional.of(SampleAccess.INTEGRATION);
        }
        var parts = given.split("_", 3);
        return parts.length == 3 && parts[0].equals(PREFIX)
                ? keys.find(parts[1])
                        .filter(key -> key.revokedAt() == null && isSecret(parts[2], key))
                        .map(this::used)
                : Optional.empty();
    }

    private Caller used(ApiKey key) {
        var now = clock.instant();
        if (isToBeNoted(key.id(), now)) {
            keys.used(key.id(), now);
        }
        return key.caller();
    }

    /** Of several at once one alone. */
    private boolean isToBeNoted(String id, Instant now) {
        var before = lastNoted.putIfAbsent(id, now);
        return before == null || (!now.isBefore(before.plus(NOTED_EVERY)) && lastNoted.replace(id, before, now));
    }

    /** @throws NotFound if there is no such key */
    @Transactional(readOnly = true)
    public ApiKey key(String id) {
        return keys.find(id).orElseThrow(() -> new NotFound("key", id));
    }

    /** By id, when each key was last used, to {@link #NOTED_EVERY} at best; one that never was is absent. */
    @Transactional(readOnly = true)
    public Map<String, Instant> lastUsed() {
        return keys.lastUsed();
    }

    @Transactional(readOnly = true)
    public List<ApiKey> all() {
        return keys.all();
    }

    /**
     * From now on the key opens nothing; to revoke it again changes nothing.
     *
     * @throws NotFound if there is no such key
     */
    @Transactional
    public ApiKey revoke(String id) {
        watchers.clear();
        if (keys.revoke(id, clock.instant())) {
            actions.note(Action.REVOKE_A_KEY, id, "");
        }
        return keys.find(id).orElseThrow(() -> new NotFound("key", id));
    }

    private static boolean isSecret(String given, ApiKey key) {
        return MessageDigest.isEqual(
                hash(given).getBytes(StandardCharsets.US_ASCII),
                key.secretHash().getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] bytes(int number) {
        var bytes = new byte[number];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The secret is as random as the hash is long, so that no slow hash is needed. */
    private static String hash(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret));
    }
}
