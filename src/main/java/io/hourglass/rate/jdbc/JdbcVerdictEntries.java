package io.hourglass.rate.jdbc;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.ManyRows;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.State;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.SettledCases;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVerdictEntries implements VerdictEntries {

    private static final Insert ENTRY = new Insert(
            3,
            """
            insert into hourglass.verdict_entry (track, case_id, seq, subject, received_day, state, rule, deciding_fact,
                anchor, policy_version, cause, cause_ref, booked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    static final String OF_CASES = "select * from hourglass.verdict_entry where case_id = any (?)";
    private static final String LATEST =
            """
            from hourglass.verdict_entry e
            where not exists (select 1 from hourglass.verdict_entry later
                              where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq)
            """;
    private static final String SETTLED =
            """
            from hourglass.verdict_entry e
            where e.subject = %s and e.track = ? and e.received_day between ? and ? and e.booked_at <= ?
             and not exists (select 1 from hourglass.verdict_entry later
                             where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq
                               and later.booked_at <= ?)
             and exists (select 1 from hourglass.book_day d
                         where d.received_day = e.received_day and d.track = e.track and d.settled_at is not null)
             and e.state <> 'OUT_OF_BOOKS'
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<CaseId, VerdictEntry> latest;
    private final ByTrack<TrackTerms> terms;

    JdbcVerdictEntries(JdbcTemplate template, WriteBatch rows, List<TrackTerms> terms) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.rows = rows;
        this.latest = new TransactionCache<>(rows, this::loadLatest);
        this.terms = new ByTrack<>(terms);
    }

    @Override
    public void add(VerdictEntry entry) {
        var fact = entry.decidingFact();
        var anchor = entry.anchor();
        rows.add(
                ENTRY,
                entry.id().track().name(),
                entry.id().value(),
                entry.seq(),
                entry.subject().id(),
                entry.day(),
                entry.state().name(),
                entry.rule().name(),
                fact == null ? null : fact.value(),
                anchor == null ? null : anchor.value(),
                entry.policyVersion(),
                entry.cause().kind().name(),
                entry.cause().reference(),
                UtcColumn.of(entry.bookedAt()));
        latest.put(entry.id(), entry);
    }

    @Override
    public Map<CaseId, VerdictEntry> latestOf(Collection<? extends CaseId> cases) {
        return latest.find(List.copyOf(cases));
    }

    @Override
    public Map<CaseId, VerdictEntry> latestOf(Collection<? extends CaseId> cases, Instant stoodAt) {
        return byCase(entriesOf(cases, " and booked_at <= ?", UtcColumn.of(stoodAt)));
    }

    @Override
    public Map<CaseId, VerdictEntry> latestOn(TrackDay day) {
        return byCase(jdbc.sql("select e.* " + LATEST + " and e.received_day = ? and e.track = ?")
                .params(day.day(), day.track().name())
                .query((row, number) -> read(row))
                .list());
    }

    @Override
    public Map<CaseId, VerdictEntry> latestOn(TrackDay day, Collection<? extends CaseId> cases) {
        return byCase(entriesOf(cases, " and received_day = ?", day.day()));
    }

    @Override
    public List<CaseId> casesOn(TrackDay day) {
        var known = terms.of(day.track());
        return template
                .query(
                        ManyRows.of(
                                "select distinct case_id from hourglass.verdict_entry where received_day = ? and track = ?",
                                day.day(),
                                day.track().name()),
                        (row, number) -> known.caseOf(row.getString("case_id")))
                .stream()
                .map(CaseId.class::cast)
                .sorted(CaseId.ORDER)
                .toList();
    }

    @Override
    public List<VerdictEntry> receivedOn(TrackDay day, Collection<? extends CaseId> cases) {
        return entriesOf(cases, " and received_day = ?", day.day()).stream()
                .sorted(comparing(VerdictEntry::id, CaseId.ORDER).thenComparing(VerdictEntry::seq))
                .toList();
    }

    @Override
    public List<VerdictEntry> historyOf(CaseId id) {
        return jdbc.sql("select * from hourglass.verdict_entry where case_id = ? and track = ? order by seq")
                .params(id.value(), id.track().name())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<VerdictEntry> settled(SettledCases cases, @Nullable State state, long offset, int limit) {
        return jdbc.sql("select e.* " + settled(cases.subjects().size())
                        + " and e.state = coalesce(cast(? as varchar), e.state)"
                        + " order by e.received_day, e.case_id limit ? offset ?")
                .params(params(cases, state == null ? null : state.name(), limit, offset))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Map<State, Integer> countSettled(SettledCases cases) {
        var known = terms.of(cases.track());
        return jdbc
                .sql("select e.state, count(*) as many "
                        + settled(cases.subjects().size()) + " group by e.state")
                .params(params(cases))
                .query((row, number) -> Map.entry(known.state(row.getString("state")), row.getInt("many")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nearly always of one: beside an array H2 goes by the days alone, through those of all subjects. */
    static String settled(int subjects) {
        return SETTLED.formatted(subjects == 1 ? "?" : "any (?)");
    }

    private List<@Nullable Object> params(SettledCases cases, @Nullable Object... more) {
        var subjects = cases.subjects().stream().map(Subject::id).toArray();
        var stoodAt = UtcColumn.of(cases.stoodAt());
        var params = new ArrayList<@Nullable Object>(List.of(
                subjects.length == 1 ? subjects[0] : new SqlArrayValue("varchar", subjects),
                cases.track().name(),
                cases.from(),
                cases.to(),
                stoodAt,
                stoodAt));
        params.addAll(Arrays.asList(more));
        return params;
    }

    /** A case has few entries, and to read them all spares the database the search for the latest. */
    private Map<CaseId, VerdictEntry> loadLatest(Set<CaseId> cases) {
        return byCase(entriesOf(cases, ""));
    }

    /** Ids alone find them: with the track beside many ids H2 reads the whole table. What another track has under them is left. */
    private List<VerdictEntry> entriesOf(Collection<? extends CaseId> cases, String condition, Object... params) {
        var wanted = Set.<CaseId>copyOf(cases);
        var ids = wanted.stream().map(CaseId::value).distinct().toArray();
        return jdbc
                .sql(OF_CASES + condition)
                .param(new SqlArrayValue("varchar", ids))
                .params(params)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .filter(entry -> wanted.contains(entry.id()))
                .toList();
    }

    private static Map<CaseId, VerdictEntry> byCase(List<VerdictEntry> entries) {
        return entries.stream()
                .collect(toMap(
                        VerdictEntry::id, Function.identity(), BinaryOperator.maxBy(comparingInt(VerdictEntry::seq))));
    }

    private VerdictEntry read(ResultSet row) throws SQLException {
        var track = new Track(row.getString("track"));
        var known = terms.of(track);
        var fact = row.getString("deciding_fact");
        var anchor = row.getString("anchor");
        return new VerdictEntry(
                JudgedCase.builder()
                        .id(known.caseOf(row.getString("case_id")))
                        .subject(new Subject(track, row.getString("subject")))
                        .day(row.getObject("received_day", LocalDate.class))
                        .rule(known.rule(row.getString("rule")))
                        .decidingFact(fact == null ? null : new FactId(fact))
                        .anchor(anchor == null ? null : known.caseOf(anchor))
                        .policyVersion(row.getInt("policy_version"))
                        .build(),
                row.getInt("seq"),
                new Cause(Cause.Kind.valueOf(row.getString("cause")), row.getString("cause_ref")),
                UtcColumn.read(row, "booked_at"));
    }
}
