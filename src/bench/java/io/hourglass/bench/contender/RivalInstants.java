package io.hourglass.bench.contender;

import io.hourglass.bench.work.Lifecycle;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The due instants that the model asks for, at no cost in the database. */
public final class RivalInstants {

    private final Function<DelegateExecution, Lifecycle> known;

    RivalInstants(Function<DelegateExecution, Lifecycle> known) {
        this.known = known;
    }

    public Date replyDeadline(DelegateExecution execution) {
        return date(known.apply(execution).clocks().replyDeadline());
    }

    public Date windowCloses(DelegateExecution execution) {
        return date(known.apply(execution).clocks().windowCloses());
    }

    public Date offerExpires(DelegateExecution execution) {
        return date(known.apply(execution).clocks().offerExpires());
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
