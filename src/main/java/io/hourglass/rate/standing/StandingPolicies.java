package io.hourglass.rate.standing;

import java.util.List;

/** The versions of the rules about standing, append-only. */
public interface StandingPolicies {

    /** In the order of their versions, which is that of their dates; never empty. */
    List<StandingPolicy> all();

    /** @throws org.springframework.dao.DuplicateKeyException if that version or that date is taken */
    void add(StandingPolicy policy);
}
