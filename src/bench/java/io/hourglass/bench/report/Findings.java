package io.hourglass.bench.report;

import io.hourglass.bench.trial.BulkImport;
import io.hourglass.bench.trial.Lateness;
import io.hourglass.bench.trial.LedgerDay;
import io.hourglass.bench.trial.Midnight;
import io.hourglass.bench.trial.NumberReads;
import io.hourglass.bench.trial.Offers;
import io.hourglass.bench.trial.OneCaller;
import io.hourglass.bench.trial.OpenInquiries;
import io.hourglass.bench.trial.Rounds;
import io.hourglass.bench.trial.StoredBytes;
import io.hourglass.bench.trial.Storm;
import io.hourglass.bench.trial.StreamedFacts;
import java.util.List;
import java.util.Map;

/**
 * Everything that was measured.
 *
 * @param run what ran where
 * @param storms by contender, on PostgreSQL
 * @param storedBytes by contender, on PostgreSQL
 * @param open empty unless this mode measures it
 * @param differences where a contender's books do not add up, in words
 */
public record Findings(
        Map<String, Object> run,
        Rounds rounds,
        Map<String, Storm> storms,
        Map<String, StoredBytes> storedBytes,
        Lateness lateness,
        NumberReads reads,
        Offers offers,
        LedgerDay ledgerDay,
        Midnight midnight,
        BulkImport bulkImport,
        StreamedFacts streamedFacts,
        OneCaller oneCaller,
        List<OpenInquiries> open,
        List<String> differences) {}
