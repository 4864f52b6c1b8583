package io.hourglass.bench.scale;

import io.hourglass.bench.contender.Database;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills the program's tables by SQL, as a year would have left them: of twenty inquiries eleven are replied to, three rejected, six not
 * answered; days are locked and published up to the fifth before today. No processes are made: what is open is looked at, not gone on with.
 */
final class Preload {

    /** The name of the supplier that has most, and of the buyer that has. */
    static final String LARGEST = "largest";

    private static final String[] STATEMENTS = {
        """
        insert into hourglass.supplier (id, name, first_seen_at)
        select 's' || n, 'Supplier ' || n, now() - interval '400 days' from generate_series(1, {suppliers}) n
        union all select 'largest', 'The largest', now() - interval '400 days'""",
        """
        insert into hourglass.supplier_category (category, supplier, declared)
        select 'Goods ' || n % 500, 's' || n, true from generate_series(1, {suppliers}) n""",
        """
        insert into hourglass.buyer (id, name) select 'b' || n, 'Buyer ' || n from generate_series(0, 99999) n
        union all select 'largest', 'The busiest'""",
        """
        create unlogged table preload as
        select 'q' || n as id, case when n % greatest({inquiries} / {ofBusiest}, 1) = 0 then 'largest' else 'b' || n * 7919 % 100000 end as buyer,
            's' || 1 + n * 104729 % {suppliers} as supplier, 'Goods ' || n * 104729 % {suppliers} % 500 as category,
            current_date - (n % 360)::int as day, (n / 360) % 20 as fate, (n / 360) % 86400 / 86400.0 as part
        from generate_series(0::bigint, {inquiries} - 1) n
        union all
        select 'l' || n, 'b' || n % 100000, 'largest', 'Goods 1', current_date - (n % 35)::int, (n / 35) % 20, (n / 35) % 571 / 571.0
        from generate_series(0, {ofLargest} - 1) n""",
        "alter table preload add column received_at timestamp(3) with time zone",
        """
        update preload set received_at = day::timestamptz
            + part * case when day = current_date then now() - current_date::timestamptz else interval '1 day' end""",
        """
        insert into hourglass.inquiry (id, buyer, supplier, channel, category, received_at, recorded_at, received_day, policy_version,
            reply_due_at)
        select id, buyer, supplier, 'WEB', category, received_at, received_at, day, 1, received_at + interval '72 hours' from preload""",
        """
        insert into hourglass.fact (id, track, case_id, kind, author, actor, channel, occurred_at, recorded_at, textless, late, content_hash,
            salt)
        select id, 'INQUIRY', id, 'RECEIVED', null, buyer, 'WEB', received_at, received_at, false, false,
            'J0WSi9MgSePFhxYUJwWaFmiM5KMPkTn1tSdb5Iogi2k', 'c2FsdHNhbHQ' from preload
        union all
        select 'r' || id, 'INQUIRY', id, case when fate < 11 then 'REPLIED' else 'REJECTED' end, case when fate < 11 then 'HUMAN' end,
            supplier, 'WEB', received_at + interval '5 hours', received_at + interval '5 hours', false, false,
            'J0WSi9MgSePFhxYUJwWaFmiM5KMPkTn1tSdb5Iogi2k', 'c2FsdHNhbHQ'
        from preload where fate < 14 and received_at + interval '5 hours' < now()""",
        """
        insert into hourglass.fact_text (fact, subject, body)
        select id, 'Offer for ' || category, 'Please quote for 500 pieces, delivery within four weeks.' from preload""",
        """
        insert into hourglass.verdict_entry (track, case_id, seq, subject, received_day, state, rule, policy_version, cause, cause_ref,
            booked_at, deciding_fact)
        select 'INQUIRY', id, 1, supplier, day, case when fate < 11 then 'TIMELY' when fate < 14 then 'REJECTED' else 'UNANSWERED' end,
            case when fate < 11 then 'ANSWERED_BY_DEADLINE' when fate < 14 then 'REJECTED_IN_WINDOW' else 'NO_COUNTING_REPLY' end, 1,
            case when fate < 14 then 'FACT' else 'DEADLINE' end, case when fate < 14 then 'r' || id else 'deadline' end, decided_at,
            case when fate < 14 then 'r' || id end
        from (select *, received_at + case when fate < 14 then interval '5 hours' else interval '72 hours' end as decided_at from preload) one
        where decided_at < now()""",
        """
        insert into hourglass.book_day (track, received_day, closes_at, settled_at, published_on)
        select 'INQUIRY', day, (day + 5)::timestamptz, case when day + 5 <= current_date then (day + 5)::timestamptz + interval '20 seconds' end,
            case when day + 5 <= current_date then day + 5 end
        from (select distinct day from preload) days""",
        """
        insert into hourglass.ledger_seal (track, received_day, books_from, books_close, published_on, former, root, entries, sealed_at)
        select 'INQUIRY', received_day, received_day, closes_at, published_on, null, encode(sha256(received_day::text::bytea), 'hex'), 10, settled_at
        from hourglass.book_day where settled_at is not null""",
        """
        insert into hourglass.day_bucket (track, subject, received_day, state, count)
        select e.track, e.subject, e.received_day, e.state, count(*)
        from hourglass.verdict_entry e join hourglass.book_day d on d.received_day = e.received_day and d.settled_at is not null
        group by 1, 2, 3, 4""",
        """
        insert into hourglass.published_number (track, subject, published_on, revision, window_from, window_to, timely, countable, published_at)
        select 'INQUIRY', b.subject, d.published_on, 1, d.published_on - 34, d.published_on - 5,
            coalesce(sum(b.count) filter (where b.state = 'TIMELY'), 0), sum(b.count), d.settled_at
        from hourglass.book_day d join hourglass.day_bucket b
            on b.received_day between d.published_on - 34 and d.published_on - 5 and b.state in ('TIMELY', 'LATE', 'UNANSWERED')
        where d.published_on > current_date - 100 group by b.subject, d.published_on, d.settled_at""",
        "insert into hourglass.ledger_person (id, salt) select id, 'c2FsdHNhbHQ' from hourglass.buyer",
        "drop table preload",
        "vacuum analyze"
    };

    private Preload() {}

    /** How many steps it takes. */
    static int steps() {
        return STATEMENTS.length;
    }

    /** @param done called after each step */
    static void fill(Database database, Size size, Runnable done) {
        var source = new SingleConnectionDataSource(database.url(), database.user(), "", true);
        try {
            var jdbc = new JdbcTemplate(source);
            jdbc.execute("set session_replication_role = replica"); // no foreign keys, as the order is ours
            jdbc.execute("set synchronous_commit = off");
            jdbc.execute("set timezone = 'Asia/Shanghai'"); // the marketplace's, in which its days are
            for (var statement : STATEMENTS) {
                jdbc.execute(statement
                        .replace("{inquiries}", Long.toString(size.inquiries()))
                        .replace("{suppliers}", Integer.toString(size.suppliers()))
                        .replace("{ofLargest}", Integer.toString(size.ofLargest()))
                        .replace("{ofBusiest}", Integer.toString(size.ofBusiest())));
                done.run();
            }
        } finally {
            source.destroy();
        }
    }
}
