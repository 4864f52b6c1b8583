package io.hourglass.incoming.sources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A source as the configuration has it, below {@code hourglass.incoming} and its name.
 *
 * @param secret one, or two while it changes over
 * @param shop of a Chatwoot, as the rest
 */
record SourceSettings(
        @Nullable String format,
        @DefaultValue List<String> secret,
        @Nullable String shop,
        @Nullable String unassigned,
        @Nullable String bots,
        @DefaultValue Map<String, String> accounts) {}
