package io.hourglass.inquiry.judging;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pair as the books of one natural day see it: which mails follow up which, and which inquiries are whose duplicates.
 * Each is worked out once.
 */
final class DayOfPair {

    private final JudgedPair pair;
    private final Books books;
    private final Threads threads;
    private @Nullable DuplicateChain chain;

    DayOfPair(JudgedPair pair, Books books) {
        this.pair = pair;
        this.books = books;
        this.threads = Threads.of(pair, books.close());
    }

    /** Those of a natural day; two policy versions may close one day at two instants. */
    record Books(LocalDate day, Instant close) {

        static Books of(CaseFile file) {
            return new Books(file.clocks().day(), file.clocks().booksClose());
        }

        /** The earlier of both closes: what other books than its own may know of the inquiry. */
        Instant closeFor(CaseFile file) {
            var own = file.clocks().booksClose();
            return own.isBefore(close) ? own : close;
        }
    }

    Threads threads() {
        return threads;
    }

    DuplicateChain chain() {
        var known = chain;
        if (known == null) {
            known = DuplicateChain.of(this, books, pair);
            chain = known;
        }
        return known;
    }

    /** The facts of the inquiry and of its follow-ups. */
    KnownFacts factsOf(CaseFile file) {
        return pair.known(file, threads.followUpsOf(file.id()), books.closeFor(file));
    }
}
