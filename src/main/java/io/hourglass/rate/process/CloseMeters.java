package io.hourglass.rate.process;

import io.hourglass.kernel.tracks.TrackDay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** How long the steps of a day's close take, one that fails among them. */
@Component
class CloseMeters {

    private final MeterRegistry meters;

    CloseMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param step what is done: the seal is set with {@code publish} */
    void timed(String step, TrackDay day, Runnable work) {
        Timer.builder("hourglass.day.close")
                .description("How long the steps of a day close took")
                .tag("step", step)
                .tag("track", day.track().name())
                .register(meters)
                .record(work);
    }
}
