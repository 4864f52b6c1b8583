package io.hourglass.access.proofs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

@Component
final class ThreadDelay implements Delay {

    private static final int BATCH_SIZE = 20;

    private final Semaphore free = new Semaphore(BATCH_SIZE);

    @Override
    public void once() {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }
}
