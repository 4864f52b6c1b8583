package io.hourglass.dispute;

import io.hourglass.kernel.SupplierId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What disputes restated, append-only. */
public interface RestatedNumbers {

    void add(List<RestatedNumber> restated);

    /** By date. */
    default List<RestatedNumber> of(DisputeId dispute) {
        return of(List.of(dispute));
    }

    /** By date. */
    List<RestatedNumber> of(Collection<DisputeId> disputes);

    /**
     * By date of publication, supplier and revision; both ends are included.
     *
     * @param supplier null for all
     */
    List<RestatedNumber> of(@Nullable SupplierId supplier, LocalDate from, LocalDate to);
}
