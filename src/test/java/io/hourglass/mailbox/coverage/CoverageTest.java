package io.hourglass.mailbox.coverage;

import static io.hourglass.mailbox.coverage.CoverageKind.CONNECTED;
import static io.hourglass.mailbox.coverage.CoverageKind.DISCONNECTED;
import static io.hourglass.mailbox.coverage.CoverageKind.READ;
import static io.hourglass.mailbox.coverage.CoverageKind.READ_LATER;
import static io.hourglass.mailbox.coverage.CoverageKind.TOLD_OF_REFUSAL;
import static io.hourglass.mailbox.coverage.CoverageKind.WORKS_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of a mailbox")
class CoverageTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration LAG = Duration.ofMinutes(10);

    private final List<CoverageFact> facts = new ArrayList<>();

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private void happened(CoverageKind kind, int hour) {
        facts.add(new CoverageFact(kind, at(hour), at(hour), at(hour)));
    }

    private void read(int from, int until) {
        facts.add(new CoverageFact(READ, at(from), at(until), at(from)));
    }

    private void readLater(int from, int until, int recorded) {
        facts.add(new CoverageFact(READ_LATER, at(from), at(until), at(recorded)));
    }

    private Coverage coverage() {
        return Coverage.of(facts, LAG, at(0));
    }

    private static Gap gap(int from, @Nullable Integer until, @Nullable Integer read, @Nullable Integer told) {
        return new Gap(
                at(from),
                until == null ? null : at(until),
                at(from).plus(LAG),
                read == null ? null : at(read),
                told == null ? null : at(told));
    }

    @Test
    @DisplayName("that nobody depends on nothing is missing")
    void none() {
        assertThat(coverage().gaps()).isEmpty();
        assertThat(Coverage.NONE.gaps()).isEmpty();
        assertThat(coverage().stretches(at(0), at(9), at(9))).isEmpty();
    }

    @Test
    @DisplayName("what was not read since the connection is a gap, and so is the time since it was read last")
    void gaps() {
        happened(CONNECTED, 1);
        read(3, 5);
        read(8, 9);
        assertThat(coverage().gaps())
                .containsExactly(gap(1, 3, null, null), gap(5, 8, null, null), gap(9, null, null, null));
    }

    @Test
    @DisplayName("the time since it was read last is noticed as a gap once the allowed lag is over")
    void noticed() {
        happened(CONNECTED, 1);
        read(1, 5);
        assertThat(coverage().unreadSince(at(5).plus(LAG).minusMillis(1))).isNull();
        assertThat(coverage().unreadSince(at(5).plus(LAG))).isEqualTo(at(5));
    }

    @Test
    @DisplayName("spans that touch or overlap leave no gap between them")
    void touching() {
        happened(CONNECTED, 1);
        read(1, 5);
        read(5, 7);
        read(6, 9);
        assertThat(coverage().gaps()).containsExactly(gap(9, null, null, null));
    }

    @Test
    @DisplayName("a gap that was read later says when, each part of it")
    void readLater() {
        happened(CONNECTED, 1);
        read(1, 2);
        read(8, 9);
        readLater(2, 5, 9);
        readLater(2, 5, 12);
        assertThat(coverage().gaps())
                .containsExactly(
                        new Gap(at(2), at(5), at(2).plus(LAG), at(9), null),
                        new Gap(at(5), at(8), at(2).plus(LAG), null, null),
                        gap(9, null, null, null));
    }

    @Test
    @DisplayName("once it is disconnected nothing is a gap, up to the millisecond before")
    void disconnected() {
        happened(CONNECTED, 1);
        read(1, 2);
        happened(DISCONNECTED, 5);
        assertThat(coverage().gaps())
                .containsExactly(new Gap(at(2), at(5).minusMillis(1), at(2).plus(LAG), null, null));
        happened(CONNECTED, 7);
        read(8, 9);
        assertThat(coverage().gaps())
                .containsExactly(
                        new Gap(at(2), at(5).minusMillis(1), at(2).plus(LAG), null, null),
                        gap(7, 8, null, null),
                        gap(9, null, null, null));
    }

    @Test
    @DisplayName("a gap says since when the supplier knows that its password is refused, until that works again")
    void told() {
        happened(CONNECTED, 1);
        read(1, 2);
        happened(TOLD_OF_REFUSAL, 3);
        assertThat(coverage().gaps()).containsExactly(gap(2, null, null, 3));
        happened(WORKS_AGAIN, 6);
        read(6, 7);
        assertThat(coverage().gaps()).containsExactly(gap(2, 6, null, 3), gap(7, null, null, null));
    }

    @Test
    @DisplayName("what was known at an instant leaves out what was recorded later, and what was read later by then")
    void knownAt() {
        happened(CONNECTED, 1);
        read(1, 2);
        readLater(2, 8, 9);
        read(8, 8);
        assertThat(coverage().knownAt(at(9)).gaps().get(0).readAt()).isNull();
        assertThat(coverage().knownAt(at(9).plusMillis(1)).gaps().get(0).readAt())
                .isEqualTo(at(9));
        assertThat(coverage().knownAt(at(7)).gaps()).containsExactly(gap(2, null, null, null));
    }

    @Test
    @DisplayName("stretches follow each other without a hole, cut to the time of interest")
    void stretches() {
        happened(CONNECTED, 1);
        read(1, 4);
        readLater(4, 6, 7);
        read(6, 8);
        happened(TOLD_OF_REFUSAL, 9);
        assertThat(coverage().stretches(at(0), at(12), at(12)))
                .containsExactly(
                        new Stretch(Stretch.State.READ, at(1), at(4), null, null),
                        new Stretch(Stretch.State.READ_LATER, at(4), at(6), at(7), null),
                        new Stretch(Stretch.State.READ, at(6), at(8), null, null),
                        new Stretch(Stretch.State.GAP, at(8), at(12), null, at(9)));
        assertThat(coverage().stretches(at(2), at(3), at(12)))
                .containsExactly(new Stretch(Stretch.State.READ, at(2), at(3), null, null));
        assertThat(coverage().stretches(at(7), at(12), at(8)))
                .containsExactly(new Stretch(Stretch.State.READ, at(7), at(12), null, null));
    }
}
