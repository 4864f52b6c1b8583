package io.hourglass.watching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Figures that are set, each by name and the values of one label. */
@Component
class Gauges {

    private final MeterRegistry meters;
    private final Map<String, MultiGauge> all = new ConcurrentHashMap<>();

    Gauges(MeterRegistry meters) {
        this.meters = meters;
    }

    void set(String name, String description, long value) {
        set(name, description, (double) value);
    }

    void set(String name, String description, double value) {
        named(name, description).register(List.of(Row.of(Tags.empty(), value)), true);
    }

    /** In the place of all that was set under that name. */
    void set(String name, String description, String label, Map<String, Double> values) {
        var rows = values.entrySet().stream()
                .map(one -> Row.of(Tags.of(label, one.getKey()), one.getValue()))
                .toList();
        named(name, description).register(rows, true);
    }

    private MultiGauge named(String name, String description) {
        return all.computeIfAbsent(
                name, key -> MultiGauge.builder(key).description(description).register(meters));
    }
}
