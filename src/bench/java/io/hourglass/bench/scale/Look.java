package io.hourglass.bench.scale;

import io.hourglass.bench.scale.Server.Who;
import java.util.List;

/**
 * Something that people look at, of those that have most.
 *
 * @param most milliseconds that it is to take, p99
 */
record Look(String name, Who who, String path, double most) {

    private static final double PAGE = 200;
    private static final double SHARED = 30;

    static final List<Look> ALL = List.of(
            new Look("overview", Who.OPERATIONS, "/operations", SHARED),
            new Look("process map", Who.OPERATIONS, "/operations/map", SHARED),
            new Look("inbox", Who.SUPPLIER, "/suppliers/largest/inbox", PAGE),
            new Look("inbox, its last page", Who.SUPPLIER, "/suppliers/largest/inbox?page=999", PAGE),
            new Look("inbox, of one state", Who.SUPPLIER, "/suppliers/largest/inbox?state=TIMELY", PAGE),
            new Look("inbox, with words", Who.SUPPLIER, "/suppliers/largest/inbox?words=delivery", PAGE),
            new Look("rate", Who.SUPPLIER, "/suppliers/largest/rate", PAGE),
            new Look("case", Who.SUPPLIER, "/suppliers/largest/inquiries/l1", PAGE),
            new Look("buyer's list", Who.BUYER, "/buyers/largest/inquiries", PAGE),
            new Look("trace", Who.AUDITOR, "/inquiries/l1/trace", PAGE),
            new Look("search by words", Who.AUDITOR, "/search?q=Offer", PAGE),
            new Look("standing", Who.OPERATIONS, "/api/suppliers/largest/standing", PAGE),
            new Look("published number", Who.OPERATIONS, "/api/suppliers/largest/published-number", PAGE),
            new Look("list by the API", Who.OPERATIONS, "/api/suppliers/largest/inquiries", PAGE));
}
