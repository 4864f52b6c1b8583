package io.hourglass.incoming.sources;

import io.hourglass.kernel.InvalidInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who may call, by the configuration, so that no secret lies in the database. */
@Component
public final class Sources {

    private final Map<String, Source> byName;

    /** @throws InvalidInput if a source is set up wrongly */
    @Autowired
    Sources(Environment environment) {
        this(Binder.get(environment)
                .bind("hourglass.incoming", Bindable.mapOf(String.class, SourceSettings.class))
                .orElseGet(Map::of));
    }

    Sources(Map<String, SourceSettings> settings) {
        var sources = new HashMap<String, Source>();
        settings.forEach((name, source) -> sources.put(name, ReadSource.of(name, source)));
        this.byName = Map.copyOf(sources);
    }

    public Optional<Source> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
