package io.hourglass.stream.facts;

import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Has what failed read again from its first record on, after a pause that grows, without end. Where another reads the partition by
 * now, so that the offsets of a batch could not be committed, that one has read it again already.
 */
final class ReadAgain extends DefaultErrorHandler {

    private static final long FIRST_PAUSE_MILLIS = 500;

    private ReadAgain(ExponentialBackOff pauses) {
        super(pauses);
    }

    static ReadAgain of(long longestPauseMillis) {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        pauses.setMaxInterval(longestPauseMillis);
        var again = new ReadAgain(pauses);
        again.setClassifications(Map.of(), true);
        again.setAckAfterHandle(false);
        return again;
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable listener) {
        if (!(thrown instanceof CommitFailedException)) {
            super.handleBatch(thrown, batch, consumer, container, listener);
        }
    }
}
