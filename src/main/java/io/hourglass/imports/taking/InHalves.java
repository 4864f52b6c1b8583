package io.hourglass.imports.taking;

import io.hourglass.batch.Overloaded;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/** Finds what together fails in a way that no rule foresees: it is taken by halves, down to the one that is at fault. */
public final class InHalves {

    /** Of SQL states: no connection, no resources, stopped by an operator. */
    private static final Set<String> OF_THE_SERVER = Set.of("08", "53", "57");

    private InHalves() {}

    /**
     * What is done with one that cannot be taken.
     *
     * @param <L> such as a line
     * @param <S> what became of all until here
     */
    public interface Rejecting<L, S> {
        S reject(L one, S before, RuntimeException why);
    }

    /**
     * @param before what became of all before
     * @param taking takes some, in one transaction
     * @return what became of all with these
     * @throws RuntimeException if something else than one of these is at fault, such as a database that is away: those that were
     *     taken until then stay taken
     */
    public static <L, S> S take(List<L> some, S before, BiFunction<List<L>, S, S> taking, Rejecting<L, S> rejecting) {
        try {
            return taking.apply(some, before);
        } catch (RuntimeException e) {
            if (some.isEmpty() || isOfNone(e)) {
                throw e;
            }
            if (some.size() == 1) {
                return rejecting.reject(some.get(0), before, e);
            }
        }
        var half = some.size() / 2;
        var first = take(some.subList(0, half), before, taking, rejecting);
        return take(some.subList(half, some.size()), first, taking, rejecting);
    }

    /** Through the process engine, for one, the database's failure comes as another exception's cause. */
    private static boolean isOfNone(RuntimeException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(InHalves::isOfTheDatabaseOrTheWay);
    }

    private static boolean isOfTheDatabaseOrTheWay(Throwable e) {
        return e instanceof BrokenOff
                || e instanceof Overloaded
                || e instanceof TransactionException
                || e instanceof DataAccessResourceFailureException
                || e instanceof UncheckedIOException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || (e instanceof SQLException sql && isOfTheServer(sql.getSQLState()));
    }

    private static boolean isOfTheServer(@Nullable String state) {
        return state != null && state.length() == 5 && OF_THE_SERVER.contains(state.substring(0, 2));
    }
}
