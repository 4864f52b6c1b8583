package io.hourglass.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hourglass.HourglassTest;
import io.hourglass.messages.outbox.Sink;
import io.hourglass.stream.facts.FactStream;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HourglassTest
@DisplayName("Without a Kafka")
class StreamOffTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private FactStream facts;

    @Autowired
    private List<Sink> sinks;

    @Test
    @DisplayName("nothing of it is there that could call one: no client, no thread, no health")
    void nothing() {
        assertThatCode(facts::begin).doesNotThrowAnyException();
        assertThat(program.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("kafka"))
                .doesNotContain("streamHealthIndicator");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("facts-"));
    }

    @Test
    @DisplayName("no event is kept for it")
    void noEvents() {
        assertThat(sinks.stream().filter(sink -> sink.getClass().getName().contains(".stream.")))
                .hasSize(1)
                .allSatisfy(sink -> assertThat(sink.wanted()).isEmpty());
    }
}
