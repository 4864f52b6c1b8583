package io.hourglass.stream.facts;

import io.hourglass.batch.Together;
import io.hourglass.imports.lines.FactLine;
import java.util.List;

/** Records that are taken in one transaction, in their order. */
public record FactRecords(List<FactRecord> records) implements Together {

    public FactRecords {
        records = List.copyOf(records);
    }

    List<FactLine> lines() {
        return records.stream().map(FactRecord::line).toList();
    }

    @Override
    public List<?> members() {
        return lines().stream().flatMap(FactLine::reported).toList();
    }
}
