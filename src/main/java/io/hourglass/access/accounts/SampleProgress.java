package io.hourglass.access.accounts;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** How far the sample marketplace is loaded. Until it is, its clock is not ours, and requests are refused. */
@Component
public class SampleProgress {

    private static final Loaded NOTHING = new Loaded(0, 0, 1);

    private final ApplicationContext program;
    private volatile @Nullable Loaded loaded;
    private long begun;

    SampleProgress(SampleAccess sample, ApplicationContext program) {
        this.program = program;
        this.loaded = sample.isSample() ? NOTHING : null;
    }

    /**
     * @param events taken in
     * @param of how many; 0 before it begins
     * @param secondsLeft at the pace until now, at least 1
     */
    public record Loaded(int events, int of, long secondsLeft) {

        Loaded next(long nanosSinceBegin) {
            var nanosLeft = nanosSinceBegin / (events + 1) * (of - events - 1);
            return new Loaded(events + 1, of, 1 + TimeUnit.NANOSECONDS.toSeconds(nanosLeft));
        }
    }

    /** The program lives from here on; it is ready once its start is over. */
    public void begin(int events) {
        AvailabilityChangeEvent.publish(program, LivenessState.CORRECT);
        begun = System.nanoTime();
        loaded = new Loaded(0, events, 1);
    }

    /** Another event is taken in. */
    public void step() {
        var before = loaded;
        if (before != null) {
            loaded = before.next(System.nanoTime() - begun);
        }
    }

    public void end() {
        loaded = null;
    }

    /** Empty once it is loaded, and in a program without the sample. */
    public Optional<Loaded> current() {
        return Optional.ofNullable(loaded);
    }
}
