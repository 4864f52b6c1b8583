package io.hourglass.dispute;

import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.Disputes.Wanted;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Disputes with the numbers that they restated, for those who follow them. */
@Component
@Transactional(readOnly = true)
public class FollowDisputes {

    private final Disputes disputes;
    private final RestatedNumbers restated;

    FollowDisputes(Disputes disputes, RestatedNumbers restated) {
        this.disputes = disputes;
        this.restated = restated;
    }

    /** @param restated by date */
    public record Followed(Dispute dispute, List<RestatedNumber> restated) {}

    /** The latest raised first. */
    public ListPage<Followed> of(Wanted wanted, PageQuery page) {
        return page.from((offset, limit) -> disputes.latest(wanted, offset, limit))
                .map(this::followed);
    }

    /** How many of those are in each state; one without any is absent. */
    public Map<DisputeState, Integer> counted(Wanted wanted) {
        return disputes.counted(wanted);
    }

    /** The earliest raised first. */
    public List<Followed> of(CaseId id) {
        return followed(disputes.of(id));
    }

    /** The earliest raised first. */
    public List<Followed> in(DisputeState state, PageQuery page) {
        return followed(disputes.in(state, page.offset(), page.size()));
    }

    public Followed of(Dispute dispute) {
        return new Followed(dispute, restated.of(dispute.id()));
    }

    private List<Followed> followed(List<Dispute> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var numbers = restated.of(some.stream().map(Dispute::id).toList());
        return some.stream()
                .map(dispute -> new Followed(dispute, numbers.getOrDefault(dispute.id(), List.of())))
                .toList();
    }
}
