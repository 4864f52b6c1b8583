package io.hourglass.stream.broker;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which topics are read and written. The servers, and how to sign in there, are those of {@code spring.kafka}. */
@ConfigurationProperties("hourglass.stream")
public record StreamSettings(@DefaultValue Facts facts, @DefaultValue Events events) {

    /**
     * @param topic from which facts come; empty for none
     * @param rejected where those go that can never be taken; empty for the topic's name and {@code .rejected}
     */
    public record Facts(@DefaultValue("") String topic, @DefaultValue("") String rejected) {

        public boolean isOn() {
            return !topic.isEmpty();
        }

        public String rejectedTopic() {
            return rejected.isEmpty() ? topic + ".rejected" : rejected;
        }
    }

    /**
     * @param topic to which events go; empty for none
     * @param kinds those that go; empty for all
     */
    public record Events(@DefaultValue("") String topic, @DefaultValue List<String> kinds) {

        public boolean isOn() {
            return !topic.isEmpty();
        }
    }
}
