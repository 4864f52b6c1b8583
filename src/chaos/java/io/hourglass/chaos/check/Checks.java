package io.hourglass.chaos.check;

import io.hourglass.chaos.plan.Plan;
import java.util.List;
import java.util.Set;

/** All that must hold after a run, whatever was killed in it. */
public final class Checks {

    private Checks() {}

    /** @param acknowledged ids of facts */
    public static List<Finding> all(Tables tables, Plan plan, Set<String> acknowledged) {
        var judged = Judged.from(tables);
        return List.of(
                FactsCheck.in(tables, plan, acknowledged),
                VerdictsCheck.in(tables, judged),
                BucketsCheck.in(tables, judged),
                NumbersCheck.in(tables, judged),
                EngineCheck.jobs(tables),
                EngineCheck.incidents(tables),
                EngineCheck.processes(tables));
    }
}
