package io.hourglass.rate.standing;

/**
 * Between which bounds a share lies that was seen in a sample: Wilson's score interval at 95 %.
 *
 * @param lower from 0
 * @param upper to 1
 */
public record Interval(double lower, double upper) {

    /** The normal distribution's quantile of 97.5 %. */
    private static final double Z = 1.959963984540054;

    private static final double Z_SQUARED = Z * Z;

    /** @throws IllegalArgumentException if there is no sample, or more hits than it has */
    public static Interval of(int hits, int sample) {
        if (sample < 1 || hits < 0 || hits > sample) {
            throw new IllegalArgumentException(hits + " of " + sample + " is no share of a sample");
        }
        var share = (double) hits / sample;
        var centre = share + Z_SQUARED / (2 * sample);
        var spread = Z * Math.sqrt(share * (1 - share) / sample + Z_SQUARED / (4.0 * sample * sample));
        var scale = 1 + Z_SQUARED / sample;
        var lower = hits == 0 ? 0 : (centre - spread) / scale;
        var upper = hits == sample ? 1 : (centre + spread) / scale;
        return new Interval(lower, upper);
    }
}
