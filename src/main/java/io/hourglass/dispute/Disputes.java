package io.hourglass.dispute;

import io.hourglass.kernel.InquiryId;
import java.util.List;
import java.util.Optional;

/** All disputes; each is decided once. */
public interface Disputes {

    void add(Dispute dispute);

    Optional<Dispute> find(DisputeId id);

    /** Holds the dispute until the transaction ends: whoever is to decide it does this first. */
    Optional<Dispute> lock(DisputeId id);

    /** Writes state and decision. */
    void end(Dispute decided);

    /** The earliest raised first. */
    List<Dispute> of(InquiryId inquiry);

    /** The earliest raised first. */
    List<Dispute> in(DisputeState state);
}
