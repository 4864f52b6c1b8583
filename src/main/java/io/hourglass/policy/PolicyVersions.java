package io.hourglass.policy;

import io.hourglass.sla.ReplyPolicy;
import java.util.List;

/** The policy versions as they are kept. */
public interface PolicyVersions {

    /** In the order of their versions. */
    List<ReplyPolicy> all();

    /**
     * The version of the decision table that a policy version's counting authors were read from.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such policy version
     */
    int authorKindsVersion(int policyVersion);

    /**
     * @param authorKindsVersion the version of the decision table that the counting authors were read from
     * @throws org.springframework.dao.DuplicateKeyException if another node was first
     */
    void add(ReplyPolicy policy, int authorKindsVersion);
}
