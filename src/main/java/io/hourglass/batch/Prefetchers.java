package io.hourglass.batch;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.GenericTypeResolver;
import org.springframework.stereotype.Component;

/** Gives each prefetcher the members of a batch that it reads for. */
@Component
class Prefetchers {

    private final ObjectProvider<Prefetcher<?>> all;

    Prefetchers(ObjectProvider<Prefetcher<?>> all) {
        this.all = all;
    }

    void load(List<?> members) {
        var each = members.stream().flatMap(Prefetchers::each).toList();
        all.orderedStream().forEach(reader -> load(reader, each));
    }

    private static Stream<?> each(Object member) {
        return member instanceof Together together ? together.members().stream() : Stream.of(member);
    }

    private static <T> void load(Prefetcher<T> reader, List<?> members) {
        @SuppressWarnings("unchecked")
        var type = (Class<T>) Objects.requireNonNull(
                GenericTypeResolver.resolveTypeArgument(reader.getClass(), Prefetcher.class),
                () -> "what does it read for? " + reader);
        var own = members.stream().filter(type::isInstance).map(type::cast).toList();
        if (!own.isEmpty()) {
            reader.load(own);
        }
    }
}
