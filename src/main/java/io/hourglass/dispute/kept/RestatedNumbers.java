package io.hourglass.dispute.kept;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.standing.Crossing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What disputes restated, append-only. */
public interface RestatedNumbers {

    void add(List<RestatedNumber> restated);

    /** By date. */
    default List<RestatedNumber> of(DisputeId dispute) {
        return of(List.of(dispute)).getOrDefault(dispute, List.of());
    }

    /** Of each dispute by date; one that restated nothing is absent. */
    Map<DisputeId, List<RestatedNumber>> of(Collection<DisputeId> disputes);

    /**
     * By date of publication, subject and revision; both ends are included.
     *
     * @param supplier null for all
     */
    List<RestatedNumber> of(@Nullable SupplierId supplier, LocalDate from, LocalDate to);

    /**
     * Which restated numbers are asked for: all that is given must hold.
     *
     * @param supplier null for all
     * @param crossed null whether or not they crossed the gate
     * @param since restated from that instant on; null for ever since
     */
    record Wanted(@Nullable SupplierId supplier, @Nullable Crossing crossed, @Nullable Instant since) {}

    /**
     * The latest restatement first, each by subject and date of publication.
     *
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<RestatedNumber> latest(Wanted wanted, long offset, int limit);

    /** How many of those crossed the gate each way; one without any is absent. */
    Map<Crossing, Integer> crossed(Wanted wanted);

    /**
     * The cases of the track by which numbers were restated from that instant on; in no order, each once.
     *
     * @param supplier null for all
     * @param limit how many to give at the most
     */
    List<CaseId> restatedSince(Track track, Instant since, @Nullable SupplierId supplier, int limit);
}
