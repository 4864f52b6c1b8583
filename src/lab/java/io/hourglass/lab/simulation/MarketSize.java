package io.hourglass.lab.simulation;

/**
 * How large a simulated market is, and how long it is watched.
 *
 * @param inquiriesADay that buyers send of their own accord
 * @param warmUpDays before the first referral; long enough for numbers of 30 days to be out
 * @param measuredDays with referrals
 */
record MarketSize(int suppliers, int buyers, int inquiriesADay, int warmUpDays, int measuredDays) {

    static final MarketSize DEFAULT = new MarketSize(300, 2000, 600, 45, 60);

    private static final int SUPPLIERS_TO_A_CATEGORY = 25;

    public int days() {
        return warmUpDays + measuredDays;
    }

    int categories() {
        return Math.max(1, suppliers / SUPPLIERS_TO_A_CATEGORY);
    }
}
