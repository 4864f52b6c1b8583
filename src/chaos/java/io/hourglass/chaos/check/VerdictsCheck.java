package io.hourglass.chaos.check;

import io.hourglass.chaos.check.Tables.EntryRow;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.kernel.ids.Track;
import java.util.HashMap;
import java.util.Map;

/** Every inquiry's last entry in the books says what the judge says, and why. */
final class VerdictsCheck {

    private VerdictsCheck() {}

    static Finding in(Tables tables, Judged judged) {
        Map<String, EntryRow> expected = new HashMap<>();
        judged.judgements().forEach((inquiry, judgement) -> expected.put(inquiry.value(), entry(judgement)));
        var comparison = new Comparison().ofMaps("verdict of", expected, tables.lastEntries(Track.INQUIRY));
        return Finding.of("verdicts", comparison);
    }

    private static EntryRow entry(Judgement judgement) {
        var fact = judgement.decidingFact();
        var anchor = judgement.anchor();
        return new EntryRow(
                judgement.state().name(),
                judgement.rule().name(),
                fact == null ? null : fact.value(),
                anchor == null ? null : anchor.value());
    }
}
