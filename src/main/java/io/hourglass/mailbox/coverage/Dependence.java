package io.hourglass.mailbox.coverage;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a supplier depends on its mailbox at present.
 *
 * @param connectedAt null if it does not
 * @param toldAt when it was told that its password or grant no longer work; null if they work for all that is known
 */
record Dependence(@Nullable Instant connectedAt, @Nullable Instant toldAt) {

    static Dependence of(List<CoverageFact> facts) {
        @Nullable Instant connected = null;
        @Nullable Instant told = null;
        for (var fact : facts.stream().sorted(comparing(CoverageFact::from)).toList()) {
            switch (fact.kind()) {
                case CONNECTED -> connected = fact.from();
                case DISCONNECTED -> {
                    connected = null;
                    told = null;
                }
                case TOLD_OF_REFUSAL -> told = fact.from();
                case WORKS_AGAIN -> told = null;
                case READ, READ_LATER -> {}
            }
        }
        return new Dependence(connected, told);
    }

    boolean isConnected() {
        return connectedAt != null;
    }

    boolean isToldOfRefusal() {
        return toldAt != null;
    }

    /** What was before the connection is no part of it. */
    Instant begins(Instant from) {
        return connectedAt != null && from.isBefore(connectedAt) ? connectedAt : from;
    }
}
