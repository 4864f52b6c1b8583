package io.hourglass.bench;

/**
 * How much is measured.
 *
 * @param open inquiries of each contender that stay open to the end
 * @param warmUps at most so many slices of each contender before the rounds
 * @param rounds in each of which every contender does a slice
 * @param slice lifecycles in a slice of Hourglass and of the plain contenders
 * @param slowSlice lifecycles in a slice of Camunda's defaults
 * @param storm inquiries whose deadlines come due at once
 * @param slowStorm the same, of Camunda's defaults
 * @param sized inquiries of which the stored bytes are taken
 * @param idle inquiries that come due one by one on an idle node
 * @param readers suppliers among whose numbers one is read, and among whom alternatives are found
 * @param requests of a single client
 * @param ledgerDay inquiries of a day that is sealed, exported and proven
 * @param midnight consultations that are open when the day ends
 * @param millionOpen whether throughput is measured with a million open inquiries too
 */
record Mode(
        String name,
        int open,
        int warmUps,
        int rounds,
        int slice,
        int slowSlice,
        int suppliers,
        int storm,
        int slowStorm,
        int sized,
        int idle,
        int readers,
        int requests,
        int ledgerDay,
        int midnight,
        boolean millionOpen) {

    /** @throws IllegalArgumentException if there is no such mode */
    static Mode named(String name) {
        return switch (name) {
            case "smoke" -> new Mode(name, 50, 1, 1, 200, 60, 100, 300, 60, 200, 30, 500, 100, 2_000, 1_000, false);
            case "quick" ->
                new Mode(
                        name, 1_000, 8, 3, 4_000, 400, 2_000, 10_000, 1_000, 1_000, 150, 10_000, 400, 20_000, 20_000,
                        false);
            case "full" ->
                new Mode(
                        name, 5_000, 8, 5, 10_000, 1_000, 2_000, 50_000, 3_000, 4_000, 200, 10_000, 1_000, 100_000,
                        200_000, true);
            default ->
                throw new IllegalArgumentException(
                        "bench.mode is " + name + ", but must be smoke, quick, full or scale");
        };
    }
}
