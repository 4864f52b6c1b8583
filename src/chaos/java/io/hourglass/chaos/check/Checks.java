package io.hourglass.chaos.check;

import io.hourglass.chaos.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All that must hold after a run, whatever was killed in it. */
public final class Checks {

    private Checks() {}

    /**
     * @param acknowledged ids of facts
     * @param ledgers where {@link io.hourglass.chaos.stage.Ledgers} put what a node exported
     */
    public static List<Finding> all(Tables tables, Plan plan, Set<String> acknowledged, Path ledgers)
            throws IOException {
        var judged = Judged.from(tables);
        var chats = JudgedChats.from(tables, plan.scale());
        var findings = new ArrayList<Finding>();
        findings.add(FactsCheck.in(tables, plan, acknowledged));
        findings.add(VerdictsCheck.in(tables, judged));
        findings.add(ChatVerdictsCheck.in(tables, chats));
        for (var recount : List.of(judged.recount(tables.now()), chats.recount())) {
            findings.add(BucketsCheck.in(tables, recount));
            findings.add(NumbersCheck.in(tables, recount));
        }
        findings.add(EngineCheck.jobs(tables));
        findings.add(EngineCheck.incidents(tables));
        findings.add(EngineCheck.processes(tables, chats));
        findings.add(LedgersCheck.in(tables, ledgers));
        return findings;
    }
}
