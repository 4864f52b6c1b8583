package io.hourglass.mailbox.imap.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a socket unless what is done with it ends in time, however slowly bytes come in between. The time is the machine's. */
final class Deadline implements AutoCloseable {

    private final Socket socket;
    private volatile boolean passed;
    private final Future<?> alarm;

    Deadline(ScheduledExecutorService alarms, Duration within, Socket socket) {
        this.socket = socket;
        this.alarm = alarm(alarms, within);
    }

    private Future<?> alarm(ScheduledExecutorService alarms, Duration within) {
        try {
            return alarms.schedule(this::pass, within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            pass(); // this program ends
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Ends it now. */
    void pass() {
        passed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed as far as can be
        }
    }

    /** Why it failed: if the time was up, because of that. */
    IOException why(IOException failure) {
        return passed ? new SocketTimeoutException("not within the time") : failure;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
