package io.hourglass.bench.scale;

/**
 * How much there is to look at. Days, policies and shares are the same in each size.
 *
 * @param inquiries over a year
 * @param suppliers among which they are spread
 * @param ofLargest inquiries of one supplier more, in 35 days
 * @param ofBusiest of the inquiries, those of one buyer
 */
record Size(long inquiries, int suppliers, int ofLargest, int ofBusiest) {

    private static final int HUNDREDTH = 100;
    private static final int FIFTIETH = 50;

    /** @param inquiries over a year; the rest as a marketplace of that size has it */
    static Size of(long inquiries) {
        return new Size(inquiries, 10_000, (int) Math.min(20_000, inquiries / FIFTIETH), 5_000);
    }

    Size hundredth() {
        return new Size(inquiries / HUNDREDTH, suppliers / HUNDREDTH, ofLargest / HUNDREDTH, ofBusiest / HUNDREDTH);
    }
}
