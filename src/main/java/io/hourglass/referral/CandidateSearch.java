package io.hourglass.referral;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.Availability;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.referral.ReferralContext.Request;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.ranking.Candidate;
import io.hourglass.referral.ranking.Fit;
import io.hourglass.referral.ranking.Ranking;
import io.hourglass.referral.ranking.Relevance;
import io.hourglass.referral.ranking.Trait;
import io.hourglass.referral.rules.ReferralRules;
import io.hourglass.referral.served.ServedLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds who could serve an inquiry, leaves out who must not be recommended, and ranks the rest. It looks at those who
 * served most of each trait, and at the most relevant of those found: enough for any offer, and few enough for SQL.
 */
@Component
class CandidateSearch {

    private static final int MAX_RELEVANT = 100;
    private static final int DAYS_TO_ANSWER = 3;

    private final ServedLedger served;
    private final Keywords keywords;
    private final SupplierProfiles profiles;
    private final Publications publications;
    private final ReferralContext dealings;
    private final ReferralQuota gains;
    private final Clock clock;

    CandidateSearch(
            ServedLedger served,
            Keywords keywords,
            SupplierProfiles profiles,
            Publications publications,
            ReferralContext dealings,
            ReferralQuota gains,
            Clock clock) {
        this.served = served;
        this.keywords = keywords;
        this.profiles = profiles;
        this.publications = publications;
        this.dealings = dealings;
        this.gains = gains;
        this.clock = clock;
    }

    /**
     * In the order of their places; empty if there is no candidate.
     *
     * @param whoHas who has this inquiry already, the supplier asked included; read only if there are candidates
     */
    List<Offered> offer(Request request, Supplier<Set<SupplierId>> whoHas, ReferralRules rules) {
        var wish = request.wish();
        var traits = Trait.of(wish);
        var said = keywords.of(request);
        var found = new HashSet<>(said.declared());
        var byWords = said.words();
        found.addAll(byWords.keySet());
        served.mostOf(Trait.naming(wish)).values().forEach(found::addAll);
        if (found.isEmpty()) {
            return List.of();
        }
        var have = whoHas.get();
        var known = profiles.availabilityOf(union(found, have));
        found.removeIf(supplier -> isRuledOut(supplier, have, known));
        found.removeAll(dealings.rejectedBy(request.buyer(), daysAgo(rules.rejectionRememberedDays())));
        var counts = served.among(traits, found);
        var learnt = new Relevance(counts, rules.fit().backOff()).of(wish);
        var relevance = Fit.of(rules.fit(), learnt, evenly(said.declared(), found), only(found, byWords));
        return new Ranking(rules.ranking())
                        .rank(
                                candidates(relevance, known, rules),
                                request.inquiry().value().hashCode())
                        .stream()
                        .map(ranked -> new Offered(
                                ranked, said.reasonsFor(ranked.candidate().supplier(), traits, counts)))
                        .toList();
    }

    /** Prefetches for a batch of inquiries who served most of their traits. */
    void readAhead(Collection<Request> requests) {
        served.mostOf(requests.stream()
                .flatMap(request -> Trait.naming(request.wish()).stream())
                .distinct()
                .toList());
    }

    private static boolean isRuledOut(SupplierId supplier, Set<SupplierId> have, Map<SupplierId, Availability> known) {
        var availability = known.get(supplier);
        return availability == null
                || availability.suspended()
                || have.contains(supplier)
                || have.stream()
                        .anyMatch(one -> availability.isAffiliateOf(known.getOrDefault(one, Availability.UNSAID)));
    }

    private List<Candidate> candidates(
            Map<SupplierId, Double> relevance, Map<SupplierId, Availability> known, ReferralRules rules) {
        var numbers = publications.latestOf(relevance.keySet());
        var chosen = mostRelevant(relevance, numbers, rules);
        chosen.removeAll(gains.full(chosen, numbers, rules));
        var open = dealings.openInquiriesOf(chosen);
        return chosen.stream()
                .map(supplier -> candidate(
                        supplier,
                        relevance.getOrDefault(supplier, 0.0),
                        numbers.get(supplier),
                        open.getOrDefault(supplier, 0),
                        known.getOrDefault(supplier, Availability.UNSAID).capacity()))
                .toList();
    }

    /** Of those with enough of a number, and of newcomers, so many each. */
    private static List<SupplierId> mostRelevant(
            Map<SupplierId, Double> relevance, Map<SupplierId, PublishedNumber> numbers, ReferralRules rules) {
        var order = comparingDouble((SupplierId supplier) -> -relevance.getOrDefault(supplier, 0.0))
                .thenComparing(comparing(supplier -> supplier));
        var sample = rules.ranking().newcomerSample();
        return Stream.of(true, false)
                .flatMap(newcomers -> relevance.keySet().stream()
                        .filter(supplier -> ReferralQuota.countable(numbers.get(supplier)) < sample == newcomers)
                        .sorted(order)
                        .limit(MAX_RELEVANT))
                .collect(toCollection(ArrayList::new));
    }

    private static Candidate candidate(
            SupplierId supplier,
            double relevance,
            @Nullable PublishedNumber number,
            int open,
            @Nullable Integer capacity) {
        var timely = number == null ? 0 : number.timely();
        return Candidate.builder()
                .supplier(supplier)
                .relevance(relevance)
                .timely(timely)
                .countable(ReferralQuota.countable(number))
                .open(open)
                .usual(usual(number))
                .capacity(capacity)
                .build();
    }

    /** What it answers in three days, by the days under its number. */
    private static double usual(@Nullable PublishedNumber number) {
        if (number == null) {
            return 0;
        }
        var days = number.windowFrom().datesUntil(number.windowTo().plusDays(1)).count();
        return (double) number.timely() * DAYS_TO_ANSWER / days;
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private static Set<SupplierId> union(Set<SupplierId> some, Set<SupplierId> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<SupplierId, Double> evenly(Collection<SupplierId> declared, Set<SupplierId> found) {
        return declared.stream().filter(found::contains).collect(toMap(supplier -> supplier, supplier -> 1.0));
    }

    private static Map<SupplierId, Double> only(Set<SupplierId> found, Map<SupplierId, Double> weights) {
        return weights.entrySet().stream()
                .filter(entry -> found.contains(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
