package io.hourglass.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.TestClock;
import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.audit.actions.Actions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessResourceFailureException;

@DisplayName("A key that may do nothing but watch")
class WatchersKeysTest {

    private static final Caller MAKER = new Caller("operations", Set.of(Role.OPERATIONS), Set.of(), null, null);

    private final Kept kept = new Kept();
    private final TestClock clock = new TestClock();
    private final KeyRing ring =
            new KeyRing(kept, Mockito.mock(SampleAccess.class), Mockito.mock(Actions.class), clock);

    /** Keys in memory, that can be out of reach. */
    private static final class Kept implements ApiKeys {

        private final Map<String, ApiKey> all = new HashMap<>();
        private boolean away;

        @Override
        public Optional<ApiKey> find(String id) {
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<ApiKey> all() {
            return List.copyOf(all.values());
        }

        @Override
        public void add(ApiKey key) {
            all.put(key.id(), key);
        }

        @Override
        public Map<String, Instant> lastUsed() {
            return Map.of();
        }

        @Override
        public void used(String id, Instant at) {
            // that is of no interest here
        }

        @Override
        public boolean revoke(String id, Instant at) {
            return all.remove(id) != null;
        }
    }

    private String made(Scope... scopes) {
        return ring.make("prometheus", Set.of(scopes), MAKER).secret();
    }

    @Test
    @DisplayName("is taken while the database is away, if it was seen before, and for as long as it is")
    void away() {
        var seen = made(Scope.WATCH);
        var unseen = made(Scope.WATCH);
        assertThat(ring.callerWith(seen)).isPresent();
        kept.away = true;
        assertThat(ring.callerWith(seen)).isPresent();
        clock.forward(Duration.ofDays(1));
        assertThat(ring.callerWith(seen)).isPresent();
        assertThatThrownBy(() -> ring.callerWith(unseen)).isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(() -> ring.callerWith(seen + "x")).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    @DisplayName("that another node has revoked is taken for less than five minutes more")
    void revoked() {
        var key = made(Scope.WATCH);
        assertThat(ring.callerWith(key)).isPresent();
        kept.all.clear();
        clock.forward(KeyRing.WATCHER_KNOWN_FOR.minusMillis(1));
        assertThat(ring.callerWith(key)).isPresent();
        clock.forward(Duration.ofMillis(1));
        assertThat(ring.callerWith(key)).isEmpty();
        kept.away = true;
        assertThatThrownBy(() -> ring.callerWith(key)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    @DisplayName("and more beside is asked for each time")
    void more() {
        var key = made(Scope.WATCH, Scope.READ);
        assertThat(ring.callerWith(key)).isPresent();
        kept.all.clear();
        assertThat(ring.callerWith(key)).isEmpty();
    }
}
