package io.hourglass.stream.facts;

import io.hourglass.stream.broker.Broker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.stereotype.Component;

/**
 * Reads the topic of facts while the program runs. Offsets are committed once the listener has returned; what fails is read again, as
 * often as it must be, and nothing is skipped.
 */
@Component
public class FactStream implements DisposableBean {

    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(20);

    private final Broker broker;
    private final BatchMessageListener<byte[], byte[]> listener;
    private @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;

    public FactStream(Broker broker, BatchMessageListener<byte[], byte[]> listener) {
        this.broker = broker;
        this.listener = listener;
    }

    /** Nothing where no topic is configured. */
    public synchronized void begin() {
        if (container == null && broker.settings().facts().isOn()) {
            container = container();
            container.start();
        }
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container() {
        var settings = new ContainerProperties(broker.settings().facts().topic());
        settings.setMessageListener(listener);
        settings.setAckMode(AckMode.BATCH);
        settings.setShutdownTimeout(LONGEST_BATCH.toMillis());
        settings.setAuthExceptionRetryInterval(Duration.ofMillis(LONGEST_PAUSE_MILLIS));
        var made = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<byte[], byte[]>(broker.ofConsumer()), settings);
        made.setBeanName("facts");
        made.setConcurrency(broker.readers());
        made.setCommonErrorHandler(ReadAgain.of(LONGEST_PAUSE_MILLIS));
        return made;
    }

    /** Waits for the batch that is under way; one that is not through by then comes again. */
    @Override
    public synchronized void destroy() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }
}
