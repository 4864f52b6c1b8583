package io.hourglass.stream.facts;

import io.hourglass.imports.taking.InHalves;
import io.hourglass.imports.taking.TakeLines;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.stereotype.Component;

/**
 * Takes what was polled together. Once it returns its offsets may be committed: each record has been taken, in transactions that are
 * committed, or the broker has acknowledged that it was rejected.
 */
@Component
public class FactListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(FactListener.class);

    private final TakeRecords take;
    private final RejectedFacts rejected;

    FactListener(TakeRecords take, RejectedFacts rejected) {
        this.take = take;
        this.rejected = rejected;
    }

    /** @throws BatchListenerFailedException if all have to come again, as the database is away for one, or the broker */
    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> polled) {
        try {
            rejected.send(taken(polled.stream().map(FactRecord::of).toList()));
        } catch (RuntimeException e) {
            log.warn("{} facts are taken later: {}", polled.size(), e.toString());
            throw new BatchListenerFailedException("all of them come again", e, 0);
        } catch (Error e) {
            log.error("{} facts are taken later", polled.size(), e);
            throw new BatchListenerFailedException("all of them come again", e, 0);
        }
    }

    private List<RejectedRecord> taken(List<FactRecord> records) {
        return InHalves.take(
                records,
                List.of(),
                (some, before) -> plus(before, take.take(new FactRecords(some))),
                (one, before, why) -> plus(before, List.of(rejected(one, why))));
    }

    private static RejectedRecord rejected(FactRecord one, RuntimeException why) {
        log.warn(
                "Record {} of partition {} of {} cannot be taken",
                one.sent().offset(),
                one.sent().partition(),
                one.sent().topic(),
                why);
        return new RejectedRecord(one.sent(), TakeLines.reason(why));
    }

    private static List<RejectedRecord> plus(List<RejectedRecord> some, List<RejectedRecord> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
