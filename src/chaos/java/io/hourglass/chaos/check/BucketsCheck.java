package io.hourglass.chaos.check;

/** The buckets of the days whose books have closed equal a recount of the judgements. */
final class BucketsCheck {

    private BucketsCheck() {}

    static Finding in(Tables tables, Recount recount) {
        var comparison = new Comparison().ofMaps("bucket", recount.buckets(), tables.buckets(recount.track()));
        return Finding.of(recount.of("buckets"), comparison);
    }
}
