package io.hourglass.rate;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts a published number again, from the facts. */
@Component
public class Recount {

    private final Publications publications;
    private final DaySettlement settlement;
    private final VerdictEntries entries;

    Recount(Publications publications, DaySettlement settlement, VerdictEntries entries) {
        this.publications = publications;
        this.settlement = settlement;
        this.entries = entries;
    }

    /** A number as it was published, and what the facts known at the closes, or admitted by its revision, make of it. */
    public record Recounted(PublishedNumber published, int timely, int countable, List<Difference> differences) {

        public boolean equal() {
            return published.timely() == timely && published.countable() == countable;
        }
    }

    /**
     * An inquiry that counts otherwise.
     *
     * @param published as the books said when the number was published; null if they did not hold it
     * @param recounted null if the facts do not
     */
    public record Difference(InquiryId inquiry, @Nullable State published, @Nullable State recounted) {}

    /**
     * @param on null for today in the marketplace zone
     * @param knownAt the revision is the latest that was out at that instant; null means the present instant
     * @throws NotKnown if there is no such supplier, or no number of it on that date
     */
    @Transactional(readOnly = true)
    public Recounted of(SupplierId supplier, @Nullable LocalDate on, @Nullable Instant knownAt) {
        var publication = publications.find(supplier, on, knownAt);
        var number = publication.number();
        if (number == null) {
            throw Publications.notOut(publication);
        }
        var judged =
                settlement
                        .judgeSupplier(supplier, number.windowFrom(), number.windowTo(), number.publishedAt())
                        .stream()
                        .collect(toMap(one -> one.judgement().inquiry(), one -> one.judgement()
                                .state()));
        var counted = Counts.of(judged.values());
        return new Recounted(number, counted.timely(), counted.countable(), differences(number, judged));
    }

    private List<Difference> differences(PublishedNumber number, Map<InquiryId, State> judged) {
        var booked = entries
                .settledOf(
                        number.supplier(),
                        number.windowFrom(),
                        number.windowTo(),
                        number.publishedAt(),
                        null,
                        0,
                        Integer.MAX_VALUE)
                .stream()
                .collect(toMap(VerdictEntry::inquiry, VerdictEntry::state));
        return Stream.concat(booked.keySet().stream(), judged.keySet().stream())
                .distinct()
                .sorted()
                .map(inquiry -> new Difference(inquiry, booked.get(inquiry), judged.get(inquiry)))
                .filter(difference -> partOf(difference.published()) != partOf(difference.recounted()))
                .toList();
    }

    /** Of the numerator and the denominator. */
    private static int partOf(@Nullable State state) {
        return state == State.TIMELY ? 2 : state != null && Counts.COUNTABLE.contains(state) ? 1 : 0;
    }
}
