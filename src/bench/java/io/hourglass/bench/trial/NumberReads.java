package io.hourglass.bench.trial;

import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Spread;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.numbers.Publications;
import java.time.LocalDate;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long it takes to read one published number among many, in milliseconds.
 *
 * @param useCase the whole call, its transaction included
 * @param atDatabase its queries alone, from sending to the answer
 */
public record NumberReads(int suppliers, int days, double queries, Spread useCase, Spread atDatabase) {

    private static final int DAYS = 30;
    private static final int READS = 3_000;
    private static final int WARM_UP = 1_000;
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");

    public static NumberReads of(HourglassItself hourglass, int suppliers) {
        fill(new JdbcTemplate(hourglass.bean(DataSource.class)), suppliers);
        var reads = new Reads(hourglass, suppliers);
        reads.some(WARM_UP);
        var before = hourglass.meter().counts().trips();
        reads.some(READS);
        var queries = (double) (hourglass.meter().counts().trips() - before) / READS;
        return new NumberReads(
                suppliers, DAYS, queries, Spread.ofMillis(reads.useCase), Spread.ofMillis(reads.atDatabase));
    }

    private static void fill(JdbcTemplate jdbc, int suppliers) {
        jdbc.update(
                """
                insert into hourglass.supplier (id, first_seen_at)
                select 'reader-' || n, timestamptz '2020-01-01 00:00:00Z' from generate_series(1, ?) n""",
                suppliers);
        jdbc.update(
                """
                insert into hourglass.published_number (track, subject, published_on, revision, window_from, window_to,
                    timely, countable, published_at)
                select 'INQUIRY', 'reader-' || n, cast(? as date) + d, 1, cast(? as date) + d - 34, cast(? as date) + d - 5,
                    n % 50, 50, timestamptz '2020-01-01 00:00:00Z'
                from generate_series(1, ?) n, generate_series(0, ? - 1) d""",
                FIRST, FIRST, FIRST, suppliers, DAYS);
        jdbc.execute("analyze hourglass.supplier");
        jdbc.execute("analyze hourglass.published_number");
    }

    private static final class Reads {

        private final HourglassItself hourglass;
        private final Publications publications;
        private final int suppliers;
        private final Random random = new Random(1);
        private long[] useCase = {};
        private long[] atDatabase = {};

        private Reads(HourglassItself hourglass, int suppliers) {
            this.hourglass = hourglass;
            this.publications = hourglass.bean(Publications.class);
            this.suppliers = suppliers;
        }

        private void some(int number) {
            useCase = new long[number];
            atDatabase = new long[number];
            for (var read = 0; read < number; read++) {
                one(read);
            }
        }

        private void one(int read) {
            var supplier = new SupplierId("reader-" + (1 + random.nextInt(suppliers)));
            var on = FIRST.plusDays(random.nextInt(DAYS));
            var counted = hourglass.meter().counts().nanos();
            var start = System.nanoTime();
            var found = publications.find(supplier.subject(), on);
            useCase[read] = System.nanoTime() - start;
            atDatabase[read] = hourglass.meter().counts().nanos() - counted;
            if (found.number() == null) {
                throw new IllegalStateException("no number of " + supplier + " on " + on);
            }
        }
    }
}
