package io.hourglass.bench.contender;

import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The facts that every rival writes, into tables that Hourglass's own migrations have made. */
final class Ledger {

    private static final String INQUIRY =
            """
            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                policy_version, reply_due_at)
            values (?, ?, ?, 'WEB', ?, ?, ?, 1, ?)""";
    private static final String FACT =
            """
            insert into hourglass.fact (id, track, case_id, kind, author, channel, occurred_at, recorded_at, textless, late,
                content_hash, salt)
            values (?, 'INQUIRY', ?, ?, ?, 'WEB', ?, ?, false, false, ?, ?)""";
    private static final String FACT_TEXT = "insert into hourglass.fact_text (fact, body) values (?, ?)";
    private static final String NOTICE =
            """
            insert into hourglass.buyer_notice (inquiry, kind, told_at)
            values (?, 'ALTERNATIVES_AVAILABLE', ?)""";
    private static final String ENTRY =
            """
            insert into hourglass.verdict_entry (track, case_id, seq, subject, received_day, state, rule, deciding_fact,
                anchor, policy_version, cause, cause_ref, booked_at)
            values ('INQUIRY', ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)""";

    private Ledger() {}

    static void receive(Connection connection, List<Lifecycle> group, Instant now) throws SQLException {
        Batch.write(
                connection,
                INQUIRY,
                group,
                (row, one) -> Batch.set(
                        row,
                        one.id().value(),
                        one.buyer().value(),
                        one.supplier().value(),
                        UtcColumn.of(one.clocks().receivedAt()),
                        UtcColumn.of(now),
                        one.clocks().day(),
                        UtcColumn.of(one.clocks().replyDeadline())));
        var facts = new ArrayList<KeptFact>();
        group.forEach(one -> facts.addAll(KeptFact.ofReceipt(one, now)));
        keep(connection, facts);
        Batch.write(
                connection,
                FACT_TEXT,
                group.stream().filter(Lifecycle::isSpam).toList(),
                (row, one) -> Batch.set(row, KeptFact.spamFlag(one), KeptFact.SPAM_REASON));
    }

    static void happen(Connection connection, List<Happening> group, Instant now) throws SQLException {
        keep(connection, group.stream().map(one -> KeptFact.of(one, now)).toList());
    }

    static void tellBuyers(Connection connection, List<Lifecycle> group, Instant now) throws SQLException {
        Batch.write(
                connection, NOTICE, group, (row, one) -> Batch.set(row, one.id().value(), UtcColumn.of(now)));
    }

    static void book(Connection connection, List<Entry> entries, Instant now) throws SQLException {
        Batch.write(connection, ENTRY, entries, (row, entry) -> {
            var inquiry = entry.of().id().value();
            var supplier = entry.of().supplier().value();
            var anchor = entry.rule() == InquiryRule.SYSTEM_SPAM || entry.rule() == InquiryRule.REJECTED_IN_WINDOW
                    ? null
                    : inquiry;
            Batch.set(
                    row,
                    inquiry,
                    entry.seq(),
                    supplier,
                    entry.of().clocks().day(),
                    entry.state().name());
            row.setString(6, entry.rule().name());
            row.setString(7, entry.decidingFact());
            row.setString(8, anchor);
            row.setString(9, entry.cause());
            row.setString(10, entry.cause());
            row.setObject(11, UtcColumn.of(now));
        });
    }

    private static void keep(Connection connection, List<KeptFact> facts) throws SQLException {
        Batch.write(connection, FACT, facts, (row, fact) -> {
            var hash = ContentHash.of(fact.id(), fact.inquiry(), fact.kind(), fact.author(), fact.occurredAt());
            Batch.set(row, fact.id(), fact.inquiry(), fact.kind().name());
            row.setString(4, fact.author());
            row.setObject(5, UtcColumn.of(fact.occurredAt()));
            row.setObject(6, UtcColumn.of(fact.recordedAt()));
            row.setString(7, hash.hash());
            row.setString(8, hash.salt());
        });
    }
}
