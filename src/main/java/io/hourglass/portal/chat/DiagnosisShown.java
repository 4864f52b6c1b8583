package io.hourglass.portal.chat;

import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.diagnosis.DayShadow;
import io.hourglass.chat.diagnosis.Finding;
import io.hourglass.chat.diagnosis.HandledConsultation;
import io.hourglass.chat.diagnosis.Share;
import io.hourglass.chat.supervision.ChatDiagnoses.Diagnosed;
import io.hourglass.portal.Percent;
import io.hourglass.web.lists.CsvList;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis as it is read. Shares are in percent, differences in percentage points with their sign.
 *
 * @param rate null if nothing of the span is decided, as the others are where there is nothing to divide by
 * @param change since the span before; null if one of the two has no rate
 * @param withoutAll the rate if none of those had been that a cause explains
 * @param shadows of the days that lower the published number, those first that do it most
 */
record DiagnosisShown(
        Diagnosed of,
        @Nullable String rate,
        @Nullable String before,
        @Nullable String change,
        @Nullable String withoutAll,
        List<FindingRow> findings,
        List<ShadowRow> shadows) {

    private static final int SHOWN = 10;

    /**
     * A cause.
     *
     * @param account what the responsible account is called; null for another cause
     * @param without the rate without its consultations
     * @param gain by how much that is higher
     * @param first some of its consultations, the latest
     */
    record FindingRow(
            Finding of,
            @Nullable String account,
            @Nullable String without,
            @Nullable String gain,
            List<Behind> first) {}

    /**
     * A consultation behind a cause.
     *
     * @param account what it is called
     */
    record Behind(Finding finding, HandledConsultation of, String account) {

        static final CsvList<Behind> FILE = CsvList.<Behind>named("chat-causes")
                .words("diagnosis.cause", "diagnosis.cause.", one -> one.finding()
                        .cause())
                .column("chat.consultation", one -> one.of().id())
                .column("chat.accountId", one -> one.of().account())
                .column("chat.account", Behind::account)
                .column("trace.day", one -> one.of().day())
                .column("chat.since", Behind::openedAt);

        public String id() {
            return of.id().value();
        }

        public Instant openedAt() {
            return of.openedAt();
        }
    }

    /**
     * A day that lowers the published number.
     *
     * @param points by how much, without sign
     */
    record ShadowRow(DayShadow of, String points, @Nullable String rate) {

        static final CsvList<ShadowRow> FILE = CsvList.<ShadowRow>named("chat-shadow")
                .column("trace.day", row -> row.of().day())
                .column("chat.answered", row -> row.of().ofDay().answered())
                .column("csv.counted", row -> row.of().ofDay().countable())
                .column("diagnosis.shadow.lowers", ShadowRow::points)
                .column("diagnosis.shadow.leaves", row -> row.of().leavesOn());
    }

    /** A day or an hour in a picture. */
    record Bar(Object at, Share share, @Nullable BigDecimal rate) {

        static Bar of(Object at, Share share) {
            return new Bar(at, share, io.hourglass.rate.numbers.Share.percent(share.answered(), share.countable()));
        }
    }

    static DiagnosisShown of(Diagnosed diagnosed, Map<String, ChatAccount> accounts) {
        var diagnosis = diagnosed.diagnosis();
        UnaryOperator<String> called = id -> called(id, accounts);
        return new DiagnosisShown(
                diagnosed,
                percent(diagnosis.now()),
                percent(diagnosis.before()),
                signed(diagnosis.now().above(diagnosis.before())),
                percent(diagnosis.withoutAll()),
                diagnosis.findings().stream()
                        .map(one -> finding(one, diagnosis.now(), called))
                        .toList(),
                shadows(diagnosed.shadows()));
    }

    /** All that is behind the causes, in their order. */
    List<Behind> behind(Map<String, ChatAccount> accounts) {
        return findings.stream()
                .flatMap(row -> row.of().consultations().stream()
                        .map(one ->
                                new Behind(row.of(), one, called(one.account().value(), accounts))))
                .toList();
    }

    public List<Bar> days() {
        return of.pictures().days().entrySet().stream()
                .map(day -> Bar.of(day.getKey(), day.getValue()))
                .toList();
    }

    public List<Bar> hours() {
        var hours = of.pictures().hours();
        return IntStream.range(0, hours.size())
                .mapToObj(hour -> Bar.of("%02d:00".formatted(hour), hours.get(hour)))
                .toList();
    }

    static String called(String id, Map<String, ChatAccount> accounts) {
        var account = accounts.get(id);
        var name = account == null ? null : account.name();
        return name == null ? id : name;
    }

    private static FindingRow finding(Finding one, Share now, UnaryOperator<String> called) {
        var account = one.account();
        var behind = one.consultations();
        return new FindingRow(
                one,
                account == null ? null : called.apply(account.value()),
                percent(one.without()),
                signed(one.without().above(now)),
                behind.subList(Math.max(0, behind.size() - SHOWN), behind.size()).stream()
                        .sorted(Comparator.comparing(HandledConsultation::openedAt)
                                .reversed())
                        .map(it -> new Behind(one, it, called.apply(it.account().value())))
                        .toList());
    }

    private static List<ShadowRow> shadows(List<DayShadow> all) {
        return all.stream()
                .filter(DayShadow::lowers)
                .sorted(Comparator.comparing((DayShadow one) -> one.lowersBy().orElse(0))
                        .reversed()
                        .thenComparing(DayShadow::day))
                .map(one -> new ShadowRow(one, points(one.lowersBy().orElse(0)), percent(one.ofDay())))
                .toList();
    }

    private static @Nullable String percent(Share share) {
        return Percent.of(share.answered(), share.countable());
    }

    private static @Nullable String signed(OptionalInt tenths) {
        if (tenths.isEmpty()) {
            return null;
        }
        var value = tenths.getAsInt();
        return (value > 0 ? "+" : value < 0 ? "−" : "±") + points(Math.abs(value));
    }

    private static String points(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }
}
