package io.hourglass.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The seals, one for each closed day, append-only. */
public interface Seals {

    /** Keeps others from sealing and erasing until the transaction ends. */
    void hold();

    Optional<Seal> find(LocalDate day);

    Optional<Seal> last();

    /** @param marks see {@link MerkleTree#marks} */
    void add(Seal seal, byte[] marks);

    byte[] marksOf(LocalDate day);

    /** In day order; both ends are included. */
    List<Seal> between(LocalDate from, LocalDate to);

    /** The latest day first, from {@code skip} on. */
    List<Seal> latest(long skip, int most);
}
