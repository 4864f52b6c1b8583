package io.hourglass.batch;

/** One transaction around everything that is written, the process engine's rows included. */
public interface Transactions {

    /**
     * Commits unless it throws.
     *
     * @throws org.springframework.dao.DataAccessException if the commit fails
     */
    void inOne(Runnable work);
}
