package io.hourglass.dispute;

import java.util.List;

/** The versions of the rules of disputes, append-only. */
public interface DisputePolicies {

    /** In the order of their versions, which is that of their dates; never empty. */
    List<DisputePolicy> all();

    /** @throws org.springframework.dao.DuplicateKeyException if that version or that date is taken */
    void add(DisputePolicy policy);
}
