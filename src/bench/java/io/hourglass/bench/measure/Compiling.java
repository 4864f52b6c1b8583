package io.hourglass.bench.measure;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;

/** How much of the time since it was made this JVM has spent compiling. */
public final class Compiling {

    private static final double NANOS_PER_MILLI = 1e6;

    private final CompilationMXBean compiler = Objects.requireNonNull(ManagementFactory.getCompilationMXBean());
    private final long compiled = compiler.getTotalCompilationTime();
    private final long begun = System.nanoTime();

    /** One means that one compiler was busy all the time; there may be several. */
    public double share() {
        return (compiler.getTotalCompilationTime() - compiled) * NANOS_PER_MILLI / (System.nanoTime() - begun);
    }
}
