package io.hourglass.lab.simulation;

import io.hourglass.kernel.ids.SupplierId;
import java.util.HashMap;
import java.util.Map;

/** The numbers that are out: of 30 days of receipt, the last of which lies five days back. */
final class Published {

    static final int WINDOW_DAYS = 30;

    private static final int DELAY_DAYS = 5;

    private final Map<Integer, Map<SupplierId, Figure>> days = new HashMap<>();
    private final Map<SupplierId, Figure> out = new HashMap<>();

    /** Answered in time, of so many. */
    record Figure(int timely, int countable) {

        static final Figure NONE = new Figure(0, 0);

        /** 0 if there is nothing to count. */
        double rate() {
            return countable == 0 ? 0 : (double) timely / countable;
        }

        private Figure plus(Figure other) {
            return new Figure(timely + other.timely, countable + other.countable);
        }

        private Figure negated() {
            return new Figure(-timely, -countable);
        }
    }

    /** @param day of receipt; it is settled before its numbers are due */
    void settle(SupplierId supplier, int day, boolean timely) {
        days.computeIfAbsent(day, unseen -> new HashMap<>())
                .merge(supplier, new Figure(timely ? 1 : 0, 1), Figure::plus);
    }

    /** At the beginning of each day, none left out. */
    void publish(int day) {
        var last = day - DELAY_DAYS;
        days.getOrDefault(last, Map.of()).forEach(this::add);
        days.getOrDefault(last - WINDOW_DAYS, Map.of()).forEach((supplier, number) -> add(supplier, number.negated()));
    }

    Figure of(SupplierId supplier) {
        return out.getOrDefault(supplier, Figure.NONE);
    }

    private void add(SupplierId supplier, Figure number) {
        out.merge(supplier, number, Figure::plus);
    }
}
