package io.hourglass.stream.facts;

import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.lines.JsonFact;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the topic of facts.
 *
 * @param sent as it came
 * @param line what it says
 */
record FactRecord(ConsumerRecord<byte[], byte[]> sent, FactLine line) {

    private static final byte[] NOTHING = {};

    static FactRecord of(ConsumerRecord<byte[], byte[]> sent) {
        return new FactRecord(sent, JsonFact.read(sent.value() == null ? NOTHING : sent.value()));
    }
}
