package io.hourglass.mailbox.coverage;

import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What has been seen of suppliers' mailboxes. */
@Component
public class KnownCoverage {

    private final CoverageFacts facts;
    private final CoverageSettings settings;

    KnownCoverage(CoverageFacts facts, CoverageSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /** Of those that depend on a mailbox, or did; what was before the instant is left out, a gap that ends at it is not. */
    public Map<SupplierId, Coverage> since(Collection<SupplierId> suppliers, Instant since) {
        return facts.since(suppliers, since).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Coverage.of(entry.getValue(), settings.lag(), since.minusMillis(1))));
    }
}
