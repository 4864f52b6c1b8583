package io.hourglass;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the tests' components out of a program that is started on their class path: its scan would find them. */
public final class ProgramOnly extends TypeExcludeFilter {

    private static final String PROGRAM =
            Hourglass.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
        return !type.getResource().getURL().getPath().startsWith(PROGRAM);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProgramOnly;
    }

    @Override
    public int hashCode() {
        return ProgramOnly.class.hashCode();
    }
}
