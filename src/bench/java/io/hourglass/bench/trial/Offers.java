package io.hourglass.bench.trial;

import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Spread;
import io.hourglass.engine.SettableClock;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.rate.books.BookDays;
import io.hourglass.referral.Alternatives;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a buyer waits for an offer of alternatives, in milliseconds: one buyer after the other asks, in a marketplace
 * of many suppliers and categories. The whole call: the fact, the process, the ranking, the offer that is kept.
 *
 * @param queries round trips of one call
 * @param atDatabase from sending to the answer, all of a call's round trips
 */
public record Offers(int suppliers, int categories, int asks, double queries, Spread useCase, Spread atDatabase) {

    private static final String PREFIX = "asks-";
    private static final int LEAVES_OF_A_TOP = 250;
    private static final int WORDS = 3_000;
    private static final int WORDS_OF_A_TEXT = 12;
    private static final Duration AFTER_THE_DEADLINE = Duration.ofHours(1);

    public static Offers of(HourglassItself hourglass, int suppliers, int asks) {
        hourglass.bean(SettableClock.class).release();
        var categories = suppliers / 2;
        fill(hourglass, suppliers, categories);
        var buyers = new Buyers(hourglass, categories);
        buyers.submit(2 * asks);
        buyers.ask(0, asks);
        var before = hourglass.meter().counts().trips();
        buyers.ask(asks, asks);
        var queries = (double) (hourglass.meter().counts().trips() - before) / asks;
        return new Offers(
                suppliers,
                categories,
                asks,
                queries,
                Spread.ofMillis(buyers.useCase),
                Spread.ofMillis(buyers.atDatabase));
    }

    /** Each supplier deals in four categories, has served in each, has a number and two open inquiries. */
    private static void fill(HourglassItself hourglass, int suppliers, int categories) {
        var jdbc = new JdbcTemplate(hourglass.bean(DataSource.class));
        var now = hourglass.bean(SettableClock.class).instant();
        var policy = hourglass.bean(Policies.class).inForceAt(now);
        var today = policy.days().dayOf(now);
        var on = hourglass
                .bean(BookDays.class)
                .latestPublication(Track.INQUIRY, today)
                .orElse(today);
        jdbc.execute("create temporary table deals (n integer, category varchar, top varchar)");
        jdbc.update(
                """
                insert into deals
                select n, 'top-' || leaf / ? || '/leaf-' || leaf, 'top-' || leaf / ?
                from generate_series(1, ?) n, generate_series(0, 3) j, lateral (select (n * 7 + j * 1301) % ? as leaf) l""",
                LEAVES_OF_A_TOP, LEAVES_OF_A_TOP, suppliers, categories);
        jdbc.update(
                """
                insert into hourglass.supplier (id, first_seen_at)
                select 'dealer-' || n, timestamptz '2020-01-01 00:00:00Z' from generate_series(1, ?) n""",
                suppliers);
        jdbc.execute(
                """
                insert into hourglass.supplier_category
                select category, 'dealer-' || n, bool_or(declared) from (
                    select n, category, true as declared from deals union all select n, top, false from deals) d
                group by category, n""");
        jdbc.update(
                """
                insert into hourglass.supplier_word
                select distinct 'word' || (n * 13 + j * 617) % ?, 'dealer-' || n
                from generate_series(1, ?) n, generate_series(0, 5) j""",
                WORDS, suppliers);
        jdbc.execute(
                """
                insert into hourglass.served_count
                select kind, category, 'dealer-' || n, 1 + n % 20 from deals, (values ('IN_CATEGORY'), ('CATEGORY')) k (kind)
                    group by kind, category, n
                union all select kind, top, 'dealer-' || n, 1 + n % 20 from deals, (values ('IN_CATEGORY'), ('CATEGORY')) k (kind)
                    group by kind, top, n
                union all select kind, '', 'dealer-' || n, 1 + n % 80
                    from (select distinct n from deals) d, (values ('ANY'), ('ELSEWHERE')) k (kind)""");
        jdbc.execute(
                """
                insert into hourglass.served_count
                select kind, trait, '', sum(served) from hourglass.served_count
                where supplier like 'dealer-%' group by kind, trait
                on conflict do nothing""");
        jdbc.update(
                """
                insert into hourglass.published_number (track, subject, published_on, revision, window_from, window_to,
                    timely, countable, published_at)
                select 'INQUIRY', 'dealer-' || n, cast(? as date), 1, cast(? as date) - 34, cast(? as date) - 5, n % 50, 50,
                    timestamptz '2020-01-01 00:00:00Z'
                from generate_series(1, ?) n""",
                on, on, on, suppliers);
        jdbc.update(
                """
                insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                    policy_version, reply_due_at)
                select 'waits-' || n || '-' || j, 'buyer-of-' || n, 'dealer-' || n, 'WEB', ?, ?, ?, 1, ?
                from generate_series(1, ?) n, generate_series(1, 2) j""",
                UtcColumn.of(now),
                UtcColumn.of(now),
                policy.days().dayOf(now),
                UtcColumn.of(policy.clocksFor(now).replyDeadline()),
                suppliers);
        jdbc.execute("drop table deals");
        jdbc.execute("vacuum analyze");
    }

    private static final class Buyers {

        private final HourglassItself hourglass;
        private final RecordFact record;
        private final Alternatives alternatives;
        private final int categories;
        private final Random random = new Random(1);
        private long[] useCase = {};
        private long[] atDatabase = {};

        private Buyers(HourglassItself hourglass, int categories) {
            this.hourglass = hourglass;
            this.record = hourglass.bean(RecordFact.class);
            this.alternatives = hourglass.bean(Alternatives.class);
            this.categories = categories;
        }

        private void submit(int number) {
            var clock = hourglass.bean(SettableClock.class);
            var policy = hourglass.bean(Policies.class).inForceAt(clock.instant());
            var received = clock.instant().minus(policy.replyWithin()).minus(AFTER_THE_DEADLINE);
            for (var buyer = 0; buyer < number; buyer++) {
                hourglass.bean(SubmitInquiry.class).submit(inquiry(buyer, received));
            }
        }

        private Submission inquiry(int buyer, Instant received) {
            var leaf = random.nextInt(categories);
            var text = new StringBuilder("Please quote");
            for (var word = 0; word < WORDS_OF_A_TEXT; word++) {
                text.append(" word").append(random.nextInt(WORDS));
            }
            return Submission.builder()
                    .id(new InquiryId(PREFIX + buyer))
                    .buyer(new BuyerId(PREFIX + buyer))
                    .supplier(new SupplierId("supplier-" + buyer % 50))
                    .channel(Channel.WEB)
                    .category("top-" + leaf / LEAVES_OF_A_TOP + "/leaf-" + leaf)
                    .receivedAt(received)
                    .text(new FactText(null, text.toString()))
                    .build();
        }

        private void ask(int first, int number) {
            useCase = new long[number];
            atDatabase = new long[number];
            for (var buyer = 0; buyer < number; buyer++) {
                ask(new InquiryId(PREFIX + (first + buyer)), buyer);
            }
        }

        private void ask(InquiryId inquiry, int place) {
            var request = FactReport.builder()
                    .id(new FactId(inquiry.value() + "/alternatives"))
                    .inquiry(inquiry)
                    .kind(InquiryFactKind.ALTERNATIVES_REQUESTED)
                    .channel(Channel.WEB)
                    .build();
            var counted = hourglass.meter().counts().nanos();
            var start = System.nanoTime();
            record.record(request);
            useCase[place] = System.nanoTime() - start;
            atDatabase[place] = hourglass.meter().counts().nanos() - counted;
            if (alternatives.of(inquiry).offer().isEmpty()) {
                throw new IllegalStateException("nobody was offered to " + inquiry);
            }
        }
    }
}
