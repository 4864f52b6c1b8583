package io.hourglass.lab.simulation;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.lab.simulation.Contenders.Contender;
import io.hourglass.lab.simulation.Market.Arrival;
import io.hourglass.referral.ranking.RankingRules;
import io.hourglass.referral.ranking.Served;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Random;

/** What happens in a market under one ranking. */
final class Course {

    /** Who does not deal in it rejects one of two within a day, and leaves the other. */
    private static final double REJECTS = 0.5;

    /** A buyer looks at the first place, and after each at the next one with this chance. */
    private static final double LOOKS_ON = 0.8;

    private static final double PICKS = 0.6;
    private static final int MAX_PICKS = 3;
    private static final double DAY = 24;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final Market market;
    private final MarketSize size;
    private final long seed;
    private final Contender contender;
    private final int offered;
    private final int newcomerSample;
    private final Known known = new Known();
    private final Tally tally = new Tally();
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long number;
    private double now;

    /** @param number orders what is due at the same hour */
    private record Due(double hour, long number, Runnable action) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            var byHour = Double.compare(hour, other.hour);
            return byHour == 0 ? Long.compare(number, other.number) : byHour;
        }
    }

    Course(Market market, MarketSize size, long seed, String contender, RankingRules rules) {
        this.market = market;
        this.size = size;
        this.seed = seed;
        this.offered = rules.offeredAtMost();
        this.newcomerSample = rules.newcomerSample();
        this.contender = new Contenders(known, rules).called(contender);
    }

    /** @param dayDone after each day */
    Tally run(Runnable dayDone) {
        for (var day = 0; day < size.days(); day++) {
            var itself = day;
            at(day * DAY, () -> begin(itself));
            at((day + 1) * DAY, dayDone);
        }
        for (var key = 0; key < market.arrivals().size(); key++) {
            var itself = key;
            at(market.arrivals().get(key).hour(), () -> arrive(itself));
        }
        for (var due = queue.poll(); due != null; due = queue.poll()) {
            now = due.hour();
            due.action().run();
        }
        return tally;
    }

    private void begin(int day) {
        known.published().publish(day);
        market.joiningOn(day).forEach(known::join);
    }

    private void arrive(int key) {
        var arrival = market.arrivals().get(key);
        ask(arrival, arrival.wish().asked(), random(key, 0), () -> unserved(arrival, key));
    }

    /** During the warm-up the buyer looks for another itself; afterwards it is referred. */
    private void unserved(Arrival arrival, int key) {
        if (now < size.warmUpDays() * DAY) {
            var random = random(key, 1);
            var other = market.anyDeclaring(arrival.subcategory(), now, random).id();
            if (!other.equals(arrival.wish().asked())) {
                ask(arrival, other, random, () -> {});
            }
        } else if (now < size.days() * DAY) {
            refer(arrival, key);
        }
    }

    private void refer(Arrival arrival, int key) {
        var ranked = contender.rank(arrival.wish(), random(key, 2).nextLong());
        var offer = ranked.subList(0, Math.min(offered, ranked.size()));
        tally.offer(offer, chances(arrival));
        var first = Double.POSITIVE_INFINITY;
        for (var place : picked(offer.size(), random(key, 3))) {
            var supplier = offer.get(place);
            var full = market.trader(supplier).isFull(known.open(supplier));
            var newcomer = known.published().of(supplier).countable() < newcomerSample;
            var hours = ask(arrival, supplier, random(key, 4 + place), () -> {});
            tally.pick(supplier, hours.isPresent(), full, newcomer);
            first = Math.min(first, hours.orElse(first));
        }
        if (first < Double.POSITIVE_INFINITY) {
            tally.served(first);
        }
    }

    /** How likely each supplier but the one asked answers in time; who would not is absent. */
    private Map<SupplierId, Double> chances(Arrival arrival) {
        var chances = new LinkedHashMap<SupplierId, Double>();
        for (var supplier : known.suppliers()) {
            var chance = market.trader(supplier).chance(arrival.subcategory(), known.open(supplier));
            if (chance > 0 && !supplier.equals(arrival.wish().asked())) {
                chances.put(supplier, chance);
            }
        }
        return chances;
    }

    /** Places from 0. */
    private static List<Integer> picked(int places, Random random) {
        var picked = new ArrayList<Integer>();
        for (var place = 0; place < places && picked.size() < MAX_PICKS; place++) {
            if (random.nextDouble() < PICKS) {
                picked.add(place);
            }
            if (random.nextDouble() >= LOOKS_ON) {
                break;
            }
        }
        return picked;
    }

    /**
     * An inquiry reaches a supplier.
     *
     * @param failed when it is rejected, or the deadline passes without an answer
     * @return in how many hours it will be answered; empty if it will not be in time
     */
    private OptionalDouble ask(Arrival arrival, SupplierId supplier, Random random, Runnable failed) {
        var trader = market.trader(supplier);
        var open = known.open(supplier);
        var luck = random.nextDouble();
        var speed = random.nextDouble();
        known.received(supplier);
        if (luck < trader.chance(arrival.subcategory(), open)) {
            var hours = trader.hours(open, speed);
            at(now + hours, () -> known.noLongerOpen(supplier));
            settle(supplier, true, () -> known.learn(new Served(arrival.wish(), supplier)));
            return OptionalDouble.of(hours);
        }
        var rejects = !trader.deals().contains(arrival.subcategory()) && luck < REJECTS;
        at(now + (rejects ? DAY * speed : Trader.DEADLINE_HOURS), () -> {
            known.noLongerOpen(supplier);
            failed.run();
        });
        if (!rejects) {
            settle(supplier, false, () -> {});
        }
        return OptionalDouble.empty();
    }

    /** What was rejected does not count. */
    private void settle(SupplierId supplier, boolean timely, Runnable then) {
        var received = (int) (now / DAY);
        at(now + Trader.DEADLINE_HOURS, () -> {
            known.published().settle(supplier, received, timely);
            then.run();
        });
    }

    private void at(double hour, Runnable action) {
        queue.add(new Due(hour, number++, action));
    }

    /** Each inquiry has draws of its own, so that it fares alike under every ranking as far as the load allows. */
    private Random random(int key, int purpose) {
        var mixed = (seed * PRIME + key) * PRIME + purpose;
        return new Random((mixed ^ (mixed >>> 31)) * PRIME);
    }
}
