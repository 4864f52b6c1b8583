package io.hourglass.chat.watch;

import io.hourglass.kernel.ids.BuyerId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of abnormal accounts, with those that were taken back. */
public interface CaughtAccounts {

    /** @throws org.springframework.dao.DuplicateKeyException if it is there already */
    void add(CaughtAccount account);

    Optional<CaughtAccount> find(String id);

    /** Holds it until the transaction ends. */
    Optional<CaughtAccount> lock(String id);

    /** Its state and decision. */
    void decide(CaughtAccount account);

    /** Of these buyers, in no order. */
    List<CaughtAccount> of(Collection<BuyerId> buyers);

    /**
     * The latest first.
     *
     * @param state null for all
     */
    List<CaughtAccount> latest(@Nullable CatchState state, long offset, int limit);

    /** How many there are in each state; one without any is absent. */
    Map<CatchState, Long> counts();

    /** Another id stands for the buyer from here on, and what people wrote about it is gone. */
    void rename(BuyerId buyer, BuyerId replacement);

    /** Another name stands for a person who decided. */
    void renameDecider(String name, String replacement);
}
