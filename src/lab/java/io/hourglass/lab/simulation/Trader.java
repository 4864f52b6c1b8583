package io.hourglass.lab.simulation;

import io.hourglass.kernel.ids.SupplierId;
import java.util.List;

/**
 * A supplier, with what no ranking sees of it.
 *
 * @param joins the day on which it does; 0 is the first
 * @param popularity how many buyers ask it of their own accord, against other suppliers
 * @param reliability how likely it answers in time what it deals in, while it has the capacity
 * @param pace mean hours to an answer, while it has the capacity
 * @param slack its capacity, as a multiple of what usually waits for its reply, and a little more
 * @param capacity how many inquiries can wait for its reply before it falls behind
 * @param deals the subcategories that it truly deals in
 * @param declares the subcategories that it says it deals in: all of those, and perhaps another
 */
record Trader(
        SupplierId id,
        int joins,
        double popularity,
        double reliability,
        double pace,
        double slack,
        int capacity,
        List<String> deals,
        List<String> declares) {

    static final double DEADLINE_HOURS = 72;

    /** Even who is hardly asked can take as many as somebody at a desk. */
    private static final double DESK = 3;

    /** The same with the capacity for so many inquiries a day. */
    Trader staffedFor(double inquiriesADay) {
        var waits = reliability * pace + (1 - reliability) * DEADLINE_HOURS;
        var fits = (int) Math.max(1, Math.round(slack * (DESK + inquiriesADay * waits / 24)));
        return new Trader(id, joins, popularity, reliability, pace, slack, fits, deals, declares);
    }

    /**
     * How likely it answers one more inquiry in time.
     *
     * @param open inquiries that wait for its reply already
     */
    double chance(String subcategory, int open) {
        return deals.contains(subcategory) ? reliability / strain(open) : 0;
    }

    /**
     * Hours to an answer in time: exponential, cut off at the deadline.
     *
     * @param draw from 0 to 1
     */
    double hours(int open, double draw) {
        var mean = pace * strain(open);
        return -mean * Math.log(1 - draw * (1 - Math.exp(-DEADLINE_HOURS / mean)));
    }

    boolean isFull(int open) {
        return open >= capacity;
    }

    /** How many times its capacity one more inquiry makes; 1 if it has the capacity. */
    private double strain(int open) {
        return Math.max(1, (open + 1.0) / capacity);
    }
}
