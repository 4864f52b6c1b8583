package io.hourglass.bench.trial;

import io.hourglass.audit.Ledger;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.Proofs;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Spread;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the ledger takes for a large day, each of whose inquiries is another buyer's: to seal it, to export it, and to prove
 * that an inquiry is in it, for which the whole day is written down again.
 *
 * @param entries of the seal
 * @param exportBytes as they leave the program
 */
public record LedgerDay(
        int inquiries, int entries, long exportBytes, double sealSeconds, double exportSeconds, Spread proofMillis) {

    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final Instant NOON = Instant.parse("2020-01-01T04:00:00Z");
    private static final int SUPPLIERS = 2_000;
    private static final int BATCH = 1_000;
    private static final int PROOFS = 5;

    /** On a database on which nothing has been sealed. */
    public static LedgerDay of(HourglassItself hourglass, int inquiries) {
        fill(new JdbcTemplate(hourglass.bean(DataSource.class)), inquiries);
        var sealing = System.nanoTime();
        var seal = seal(hourglass);
        var sealed = System.nanoTime();
        var bytes = export(hourglass, seal);
        var exported = System.nanoTime();
        return new LedgerDay(
                inquiries,
                seal.entries(),
                bytes,
                (sealed - sealing) / 1e9,
                (exported - sealed) / 1e9,
                Spread.ofMillis(proofs(hourglass, inquiries)));
    }

    private static Seal seal(HourglassItself hourglass) {
        var ledger = hourglass.bean(Ledger.class);
        var day = new SealedDay(TrackDay.ofInquiries(DAY), DAY, NOON.plus(Duration.ofDays(5)), DAY.plusDays(5));
        new TransactionTemplate(hourglass.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> ledger.seal(day));
        return ledger.find(TrackDay.ofInquiries(DAY)).orElseThrow();
    }

    private static long export(HourglassItself hourglass, Seal seal) {
        var out = new Counting();
        hourglass.bean(LedgerExport.class).write(seal, out);
        return out.bytes;
    }

    private static long[] proofs(HourglassItself hourglass, int inquiries) {
        var proofs = hourglass.bean(Proofs.class);
        return IntStream.range(0, PROOFS)
                .mapToLong(number -> {
                    var start = System.nanoTime();
                    proofs.of(new InquiryId("i-" + number * (inquiries / PROOFS)));
                    return System.nanoTime() - start;
                })
                .toArray();
    }

    /** Each inquiry is received, replied to and judged: four entries. */
    private static void fill(JdbcTemplate jdbc, int inquiries) {
        jdbc.batchUpdate(
                "insert into hourglass.supplier (id, first_seen_at) values (?, ?)",
                IntStream.range(0, SUPPLIERS).boxed().toList(),
                BATCH,
                (row, number) -> {
                    row.setString(1, "s-" + number);
                    row.setObject(2, UtcColumn.of(NOON));
                });
        jdbc.batchUpdate(
                """
                insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                    policy_version, reply_due_at)
                values (?, ?, ?, 'WEB', ?, ?, ?, 1, ?)""",
                IntStream.range(0, inquiries).boxed().toList(),
                BATCH,
                (row, number) -> {
                    row.setString(1, "i-" + number);
                    row.setString(2, "b-" + number);
                    row.setString(3, "s-" + number % SUPPLIERS);
                    row.setObject(4, UtcColumn.of(NOON.plusMillis(number)));
                    row.setObject(5, UtcColumn.of(NOON.plusMillis(number)));
                    row.setObject(6, DAY);
                    row.setObject(7, UtcColumn.of(NOON.plusMillis(number)));
                });
        for (var kind : new String[] {"RECEIVED", "REPLIED"}) {
            jdbc.update(
                    """
                    insert into hourglass.fact (id, track, case_id, kind, author, actor, channel, occurred_at, recorded_at,
                        textless, late, content_hash, salt)
                    select ? || id, 'INQUIRY', id, ?, 'HUMAN', case when ? = 'RECEIVED' then buyer else supplier end, 'WEB',
                        received_at, recorded_at, false, false, 'J0WSi9MgSePFhxYUJwWaFmiM5KMPkTn1tSdb5Iogi2k', 'c2FsdHNhbHQ'
                    from hourglass.inquiry""",
                    kind.substring(0, 3) + "-",
                    kind,
                    kind);
        }
        jdbc.update(
                """
                insert into hourglass.verdict_entry (track, case_id, seq, subject, received_day, state, rule, policy_version,
                    cause, cause_ref, booked_at)
                select 'INQUIRY', id, 1, supplier, received_day, 'TIMELY', 'ANSWERED_BY_DEADLINE', 1, 'FACT', 'REP-' || id, received_at
                from hourglass.inquiry""");
        jdbc.execute("analyze");
    }

    /** Of what leaves the program, only the length is kept. */
    private static final class Counting extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
