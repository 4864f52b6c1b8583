package io.hourglass.stream.facts;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that can never be taken as it is. */
record RejectedRecord(ConsumerRecord<byte[], byte[]> sent, String reason) {}
