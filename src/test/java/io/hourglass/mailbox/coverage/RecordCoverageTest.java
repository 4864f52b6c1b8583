package io.hourglass.mailbox.coverage;

import static io.hourglass.mailbox.coverage.CoverageKind.CONNECTED;
import static io.hourglass.mailbox.coverage.CoverageKind.READ;
import static io.hourglass.mailbox.coverage.CoverageKind.READ_LATER;
import static io.hourglass.mailbox.coverage.CoverageKind.TOLD_OF_REFUSAL;
import static io.hourglass.mailbox.coverage.CoverageKind.WORKS_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("What is recorded of a mailbox:")
class RecordCoverageTest {

    private static final SupplierId SUPPLIER = new SupplierId("s-1");
    private static final Duration LAG = Duration.ofMinutes(10);

    @Autowired
    private RecordCoverage record;

    @Autowired
    private CoverageFacts facts;

    @Autowired
    private SettableClock clock;

    private final Instant start = CleanSlate.START;

    @BeforeEach
    void connect() {
        record.connected(SUPPLIER, start);
    }

    private List<CoverageFact> known() {
        return facts.since(List.of(SUPPLIER), start).getOrDefault(SUPPLIER, List.of());
    }

    private CoverageFact fact(CoverageKind kind, Instant from, Instant until) {
        return new CoverageFact(kind, from, until, clock.instant());
    }

    private boolean readUpTo(Duration after, Instant from) {
        clock.set(start.plus(after));
        return record.covered(SUPPLIER, from, clock.instant());
    }

    @Test
    @DisplayName("passes that follow each other in time are one span, however many")
    void oneSpan() {
        for (var minute = 1; minute <= 30; minute++) {
            readUpTo(Duration.ofMinutes(minute), start.plus(Duration.ofMinutes(minute - 1)));
        }
        assertThat(known())
                .containsExactlyInAnyOrder(
                        new CoverageFact(CONNECTED, start, start, start),
                        new CoverageFact(
                                READ, start, start.plus(Duration.ofMinutes(30)), start.plus(Duration.ofMinutes(1))));
    }

    @Test
    @DisplayName("read at the very end of the allowed lag it was read in time, a millisecond later it was not")
    void lag() {
        assertThat(readUpTo(LAG, start)).isFalse();
        assertThat(known()).extracting(CoverageFact::kind).containsExactlyInAnyOrder(CONNECTED, READ);
        var last = start.plus(LAG);
        assertThat(readUpTo(LAG.plus(LAG).plusMillis(1), last)).isTrue();
        assertThat(known())
                .contains(fact(READ_LATER, last, clock.instant()), fact(READ, clock.instant(), clock.instant()));
    }

    @Test
    @DisplayName("after a gap the next pass goes on with a new span")
    void goesOn() {
        readUpTo(Duration.ofMinutes(1), start);
        readUpTo(Duration.ofHours(5), start.plus(Duration.ofMinutes(1)));
        var again = clock.instant();
        readUpTo(Duration.ofHours(5).plusMinutes(1), again);
        assertThat(known())
                .filteredOn(fact -> fact.is(READ))
                .extracting(CoverageFact::until)
                .containsExactlyInAnyOrder(
                        start.plus(Duration.ofMinutes(1)),
                        start.plus(Duration.ofHours(5).plusMinutes(1)));
    }

    @Test
    @DisplayName("what was before the connection is no part of it, and without one nothing is recorded")
    void onlyOfAConnection() {
        readUpTo(Duration.ofMinutes(1), start.minus(Duration.ofDays(5)));
        assertThat(known())
                .filteredOn(fact -> fact.is(READ))
                .extracting(CoverageFact::from)
                .containsExactly(start);
        record.disconnected(SUPPLIER, clock.instant());
        record.disconnected(SUPPLIER, clock.instant());
        var before = known();
        readUpTo(Duration.ofMinutes(2), start);
        record.toldOfRefusal(SUPPLIER, clock.instant());
        assertThat(known()).isEqualTo(before);
    }

    @Test
    @DisplayName("of a refusal the first telling counts, until the mailbox was read again")
    void refusal() {
        record.toldOfRefusal(SUPPLIER, start);
        clock.set(start.plus(Duration.ofHours(1)));
        record.toldOfRefusal(SUPPLIER, clock.instant());
        assertThat(known()).filteredOn(fact -> fact.is(TOLD_OF_REFUSAL)).hasSize(1);
        readUpTo(Duration.ofHours(2), start);
        assertThat(known()).filteredOn(fact -> fact.is(WORKS_AGAIN)).hasSize(1);
        record.toldOfRefusal(SUPPLIER, clock.instant());
        assertThat(known()).filteredOn(fact -> fact.is(TOLD_OF_REFUSAL)).hasSize(2);
    }
}
