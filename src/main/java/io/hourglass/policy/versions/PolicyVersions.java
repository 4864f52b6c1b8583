package io.hourglass.policy.versions;

import io.hourglass.kernel.NotFound;
import java.util.List;
import java.util.function.Predicate;

/**
 * The versions of one kind of policy. A kind is registered by a bean of this type.
 *
 * @param <T> a version, as those who apply it see it
 */
public class PolicyVersions<T> {

    private final PolicyKind<T> kind;
    private final StoredPolicies stored;

    public PolicyVersions(PolicyKind<T> kind, StoredPolicies stored) {
        this.kind = kind;
        this.stored = stored;
    }

    /** Those that stand, in the order of their versions, which is that in which they are in force. */
    public List<T> all() {
        return stored.of(kind.name()).stream()
                .filter(PolicyVersion::stands)
                .map(this::read)
                .toList();
    }

    /**
     * The last that has begun; the first version also rules all before it.
     *
     * @throws IllegalStateException if there is no version
     */
    public T last(Predicate<T> begun) {
        return last(all(), begun);
    }

    /** The same, of versions that are at hand. */
    public static <T> T last(List<T> versions, Predicate<T> begun) {
        for (var at = versions.size() - 1; at >= 0; at--) {
            if (begun.test(versions.get(at))) {
                return versions.get(at);
            }
        }
        return versions.stream().findFirst().orElseThrow(() -> new IllegalStateException("there is no policy version"));
    }

    /** @throws NotFound if there is no such version */
    public T version(int version) {
        return read(kept(version));
    }

    /** @throws NotFound if there is no such version */
    public PolicyVersion kept(int version) {
        return stored.of(kind.name()).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("policy version", String.valueOf(version)));
    }

    /** What its rules are, and how they are read. */
    public PolicyKind<T> kind() {
        return kind;
    }

    private T read(PolicyVersion version) {
        return kind.read(version.version(), version.from(), version.rules());
    }
}
