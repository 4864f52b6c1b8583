package io.hourglass.referral.served;

import io.hourglass.referral.ranking.LearntCounts;
import io.hourglass.referral.ranking.Served;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in who served what, once it is settled: so that nothing is counted twice, and nothing has to be taken back. */
@Component
public class CountUpdater {

    private final ServedLedger ledger;

    CountUpdater(ServedLedger ledger) {
        this.ledger = ledger;
    }

    /** Part of the caller's transaction. */
    public void learn(List<Served> served) {
        var counts = new LearntCounts();
        served.forEach(counts::learn);
        ledger.add(counts.all());
    }
}
