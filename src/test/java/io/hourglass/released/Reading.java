package io.hourglass.released;

import io.hourglass.inquiry.lists.BuyersServed;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.Recount;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.rate.provisional.ProvisionalFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every verdict and every number reads at present, a line each, in an order that does not change. */
@TestComponent
class Reading {

    private final InquiryFiles files;
    private final PublishedNumbers numbers;
    private final ProvisionalFigures figures;
    private final BuyersServed served;
    private final Recount recount;
    private final JdbcClient jdbc;

    Reading(
            InquiryFiles files,
            PublishedNumbers numbers,
            ProvisionalFigures figures,
            BuyersServed served,
            Recount recount,
            JdbcClient jdbc) {
        this.files = files;
        this.numbers = numbers;
        this.figures = figures;
        this.served = served;
        this.recount = recount;
        this.jdbc = jdbc;
    }

    List<String> lines() {
        return Stream.of(verdicts(), numbers(), figures(), states())
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> verdicts() {
        return ids("select id from hourglass.inquiry")
                .map(InquiryId::new)
                .map(files::open)
                .flatMap(Reading::verdict);
    }

    private static Stream<String> verdict(InquiryFile file) {
        var judgement = file.judgement();
        var now = line(
                "verdict",
                judgement.inquiry(),
                judgement.state(),
                judgement.rule(),
                judgement.decidingFact(),
                judgement.anchor(),
                judgement.policyVersion(),
                judgement.booksClosed() ? "closed" : "open",
                judgement.undelivered() ? "undelivered" : null);
        return Stream.concat(Stream.of(now), file.history().stream().map(Reading::entry));
    }

    private static String entry(VerdictEntry entry) {
        return line(
                "entry",
                entry.id(),
                entry.seq(),
                entry.state(),
                entry.rule(),
                entry.decidingFact(),
                entry.anchor(),
                entry.cause().kind(),
                entry.cause().reference(),
                entry.bookedAt());
    }

    /** All revisions, each once more as it is counted again from the facts. */
    private Stream<String> numbers() {
        return suppliers()
                .flatMap(supplier ->
                        numbers
                                .revisionsOf(supplier.subject(), LocalDate.of(2000, 1, 1), LocalDate.of(3000, 1, 1))
                                .stream())
                .map(this::number);
    }

    private String number(PublishedNumber number) {
        var counted = recount.of(number.subject(), number.publishedOn(), number.publishedAt());
        return line(
                "number",
                number.subject(),
                number.publishedOn(),
                number.revision(),
                number.windowFrom(),
                number.windowTo(),
                number.timely() + "/" + number.countable(),
                number.publishedAt(),
                counted.timely() + "/" + counted.countable());
    }

    private Stream<String> figures() {
        var ofSuppliers = suppliers()
                .map(supplier -> figures.of(supplier.subject()))
                .map(figure -> line(
                        "figure",
                        figure.subject(),
                        figure.windowFrom(),
                        figure.windowTo(),
                        figure.timely() + "/" + figure.countable(),
                        figure.undecided()));
        var all = served.of(null);
        return Stream.concat(
                ofSuppliers,
                Stream.of(line(
                        "served",
                        all.from(),
                        all.to(),
                        all.asked(),
                        all.byAskedSupplier(),
                        all.throughReferral(),
                        all.underWay())));
    }

    private Stream<String> states() {
        return Stream.of(
                        "select 'dispute ' || id || ' ' || state || ' ' || coalesce(verdict, '-') from hourglass.dispute",
                        "select 'referral ' || inquiry || ' ' || state from hourglass.referral",
                        "select 'notice ' || inquiry || ' ' || kind from hourglass.buyer_notice")
                .flatMap(this::ids);
    }

    private Stream<SupplierId> suppliers() {
        return ids("select id from hourglass.supplier").map(SupplierId::new);
    }

    private Stream<String> ids(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream().sorted();
    }

    private static String line(@Nullable Object... words) {
        var line = new StringJoiner(" ");
        for (var word : words) {
            line.add(word == null ? "-" : word.toString());
        }
        return line.toString();
    }
}
