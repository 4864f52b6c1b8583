package io.hourglass.mailbox.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The connections to a host")
class HostsTest {

    private static final String HOST = "imap.example";

    private static Hosts of(int most) {
        return new Hosts(new SyncSettings(Duration.ofMinutes(1), Duration.ofMinutes(2), 32, most));
    }

    private static long taken(Hosts.Room room) {
        return IntStream.range(0, 20).filter(number -> room.take(HOST)).count();
    }

    @Test
    @DisplayName("are never more than may be, of which a third at most waits")
    void bounded() {
        var hosts = of(12);
        assertThat(taken(hosts.idling())).isEqualTo(4);
        assertThat(hosts.idling().full()).containsExactly(HOST);
        assertThat(hosts.reading().full()).isEmpty();
        assertThat(taken(hosts.reading())).isEqualTo(8);
        assertThat(hosts.reading().full()).containsExactly(HOST);
        assertThat(hosts.reading().take("another.example")).isTrue();
    }

    @Test
    @DisplayName("may all read while none waits; then none can wait until one has been read")
    void reading() {
        var hosts = of(12);
        assertThat(taken(hosts.reading())).isEqualTo(12);
        assertThat(hosts.idling().take(HOST)).isFalse();
        assertThat(hosts.idling().full()).containsExactly(HOST);
        hosts.reading().giveBack(HOST);
        assertThat(hosts.idling().take(HOST)).isTrue();
        assertThat(hosts.reading().take(HOST)).isFalse();
    }

    @Test
    @DisplayName("that wait are given back, and are then to be had for reading")
    void givenBack() {
        var hosts = of(3);
        assertThat(taken(hosts.idling())).isEqualTo(1);
        hosts.idling().giveBack(HOST);
        hosts.idling().giveBack(HOST);
        assertThat(taken(hosts.reading())).isEqualTo(3);
        assertThat(of(2).idling().take(HOST)).isFalse();
    }
}
