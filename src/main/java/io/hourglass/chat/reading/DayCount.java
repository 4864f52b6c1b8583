package io.hourglass.chat.reading;

import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.tracks.State;
import java.util.Collection;
import java.util.function.ToIntFunction;

/** Consultations of a day by where they stand. Those that are in no number, void or learned of too late, are left out. */
public record DayCount(int answered, int unanswered, int open, int excluded) {

    public static final DayCount NONE = new DayCount(0, 0, 0, 0);

    /** @param counts how many there are of a state */
    public static DayCount of(ToIntFunction<State> counts) {
        return new DayCount(
                counts.applyAsInt(ChatState.ANSWERED),
                counts.applyAsInt(ChatState.UNANSWERED),
                counts.applyAsInt(ChatState.OPEN),
                counts.applyAsInt(ChatState.EXCLUDED));
    }

    public static DayCount sum(Collection<DayCount> some) {
        return some.stream().reduce(NONE, DayCount::plus);
    }

    private DayCount plus(DayCount other) {
        return new DayCount(
                answered + other.answered, unanswered + other.unanswered, open + other.open, excluded + other.excluded);
    }

    /** Those for which an answer counts: decided, or still open. */
    public int asked() {
        return countable() + open;
    }

    /** Those that are decided and counted. */
    public int countable() {
        return answered + unanswered;
    }

    /** Of a state that is one of those here; 0 for any other. */
    public int of(ChatState state) {
        return switch (state) {
            case ANSWERED -> answered;
            case UNANSWERED -> unanswered;
            case OPEN -> open;
            case EXCLUDED -> excluded;
            case VOID, OUT_OF_BOOKS -> 0;
        };
    }
}
