package io.hourglass.stream.facts;

import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.lines.FactLine.Unreadable;
import io.hourglass.imports.lines.JsonFact;
import io.hourglass.imports.taking.TakeLines;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the topic of facts.
 *
 * @param sent as it came
 * @param line what it says
 */
record FactRecord(ConsumerRecord<byte[], byte[]> sent, FactLine line) {

    private static final byte[] NOTHING = {};

    /** Whatever it is made of: one that spoils its reader spoils no other record. */
    static FactRecord of(ConsumerRecord<byte[], byte[]> sent) {
        return new FactRecord(sent, line(sent.value() == null ? NOTHING : sent.value()));
    }

    private static FactLine line(byte[] value) {
        try {
            return JsonFact.read(value);
        } catch (RuntimeException e) {
            return new Unreadable(FactLine.NO_LINE, TakeLines.reason(e));
        }
    }
}
