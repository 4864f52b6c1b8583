package io.hourglass.batch.processes;

/**
 * A process could not be notified: it is suspended, its model is gone, or a step of it failed. What was recorded
 * before must not be lost with it.
 */
public class ProcessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProcessRefused(String process, String businessKey, RuntimeException cause) {
        super(process + " " + businessKey + ": " + cause.getMessage(), cause);
    }
}
