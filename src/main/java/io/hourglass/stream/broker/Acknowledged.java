package io.hourglass.stream.broker;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for what a broker says of a record. */
public final class Acknowledged {

    private Acknowledged() {}

    /** @throws KafkaException what the broker or the client said; or that it said nothing in time */
    public static void await(Future<?> sent, long millis) {
        try {
            sent.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException said ? said : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("not acknowledged within " + millis + " ms", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
