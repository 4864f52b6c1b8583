package io.hourglass.evidence.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFacts implements Facts {

    private static final Comparator<StoredFact> BY_OCCURRENCE = Comparator.<StoredFact, Instant>comparing(
                    stored -> stored.fact().occurredAt())
            .thenComparing(stored -> stored.fact().id());

    private static final Insert FACT = new Insert(
            2,
            """
            insert into hourglass.fact (id, track, case_id, kind, author, actor, channel, occurred_at, recorded_at, textless,
                about, late, content_hash, salt, kept_in_part, mail, answers)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    private static final Insert TEXT =
            new Insert(3, "insert into hourglass.fact_text (fact, subject, body, cc) values (?, ?, ?, ?)");

    /** An array of ids, and their track. */
    private static final String TOLD =
            """
            select f.*, t.subject, t.body, t.cc, a.known_from
            from hourglass.fact f left join hourglass.fact_text t on t.fact = f.id
            left join hourglass.admitted_fact a on a.fact = f.id""";

    private static final String OF_CASES = " where f.case_id = any (?) and f.track = ?";

    private static final String AS_ADMITTED =
            """
            select f.*, a.known_from from hourglass.fact f left join hourglass.admitted_fact a on a.fact = f.id"""
                    + OF_CASES;
    private static final String FIRST_TEXT =
            "from hourglass.fact f join hourglass.fact_text t on t.fact = f.id" + OF_CASES + " and f.kind = any (?)";

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final ByTrack<TrackTerms> terms;
    private final TransactionCache<FactId, StoredFact> byId;
    private final TransactionCache<CaseId, List<Fact>> byCase;

    JdbcFacts(JdbcClient jdbc, WriteBatch rows, List<TrackTerms> terms) {
        this.jdbc = jdbc;
        this.terms = new ByTrack<>(terms);
        this.rows = rows;
        this.byId = new TransactionCache<>(rows, this::load);
        this.byCase = new TransactionCache<>(rows, this::loadOf);
    }

    @Override
    public Map<FactId, StoredFact> find(Collection<FactId> ids) {
        return byId.find(ids);
    }

    @Override
    public void add(StoredFact stored, FactText text) {
        var fact = stored.fact();
        var author = fact.author();
        var about = fact.about();
        rows.add(
                FACT,
                fact.id().value(),
                fact.caseId().track().name(),
                fact.caseId().value(),
                fact.kind().name(),
                author == null ? null : author.name(),
                stored.actor(),
                stored.channel().name(),
                UtcColumn.of(fact.occurredAt()),
                UtcColumn.of(fact.recordedAt()),
                fact.textless(),
                about == null ? null : about.value(),
                stored.late(),
                stored.contentHash().hash(),
                stored.contentHash().salt(),
                names(stored.keptInPart()),
                fact.mail().own(),
                fact.mail().answers().isEmpty()
                        ? null
                        : String.join(" ", fact.mail().answers()));
        if (!text.isEmpty()) {
            var cc = text.cc().isEmpty() ? null : String.join(" ", text.cc());
            rows.add(TEXT, fact.id().value(), text.subject(), text.body(), cc);
        }
        byId.put(fact.id(), stored);
        if (fact.kind().opens()) {
            byCase.put(fact.caseId(), List.of(fact));
        } else {
            byCase.change(fact.caseId()::equals, facts -> plus(facts.orElse(List.of()), fact));
        }
    }

    @Override
    public Map<CaseId, List<Fact>> of(Collection<? extends CaseId> cases) {
        return byCase.find(List.copyOf(cases));
    }

    @Override
    public Map<CaseId, List<Fact>> of(Collection<? extends CaseId> cases, Instant learnedBy) {
        return ofEachTrack(cases, (track, ids) -> jdbc.sql(AS_ADMITTED + " and f.recorded_at <= ?")
                        .params(ids, track, UtcColumn.of(learnedBy))
                        .query((row, number) -> admitted(row))
                        .list())
                .stream()
                .collect(groupingBy(Fact::caseId));
    }

    @Override
    public void admit(Fact fact, Instant knownFrom) {
        jdbc.sql("insert into hourglass.admitted_fact (fact, known_from) values (?, ?)")
                .params(fact.id().value(), UtcColumn.of(knownFrom))
                .update();
        byCase.forget(fact.caseId());
    }

    @Override
    public boolean isAdmitted(FactId fact) {
        return jdbc.sql("select count(*) from hourglass.admitted_fact where fact = ?")
                        .param(fact.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<Told> toldOf(CaseId id) {
        return jdbc
                .sql(TOLD + " where f.case_id = ? and f.track = ?")
                .params(id.value(), id.track().name())
                .query((row, number) -> new Told(told(row), text(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Told::stored, BY_OCCURRENCE))
                .toList();
    }

    @Override
    public List<Told> toldBy(Collection<String> actors, @Nullable FactId after, int limit) {
        var names = new SqlArrayValue("varchar", actors.toArray());
        return jdbc.sql(TOLD + " where f.actor = any (?) and f.id > ? order by f.id limit ?")
                .params(names, after == null ? "" : after.value(), limit)
                .query((row, number) -> new Told(told(row), text(row)))
                .list();
    }

    @Override
    public Map<CaseId, List<StoredFact>> storedOf(Collection<? extends CaseId> cases) {
        return ofEachTrack(cases, (track, ids) -> jdbc.sql("select * from hourglass.fact f" + OF_CASES)
                        .params(ids, track)
                        .query((row, number) -> stored(row))
                        .list())
                .stream()
                .sorted(BY_OCCURRENCE)
                .collect(groupingBy(stored -> stored.fact().caseId()));
    }

    @Override
    public Map<CaseId, List<String>> mailsOf(Collection<? extends CaseId> cases) {
        return ofEachTrack(cases, (track, ids) -> jdbc.sql(
                                "select distinct f.track, f.case_id, f.mail from hourglass.fact f" + OF_CASES
                                        + " and f.mail is not null")
                        .params(ids, track)
                        .query((row, number) -> Map.entry(caseOf(row), row.getString("mail")))
                        .list())
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public Map<CaseId, Told> receiptsOf(Collection<? extends CaseId> cases) {
        return ofEachTrack(cases, (track, ids) -> jdbc.sql("select f.*, t.subject, t.body, t.cc " + FIRST_TEXT)
                        .params(ids, track, opening(track))
                        .query((row, number) -> new Told(stored(row), text(row)))
                        .list())
                .stream()
                .collect(toMap(told -> told.stored().fact().caseId(), told -> told));
    }

    @Override
    public Set<CaseId> saying(String words, Collection<? extends CaseId> cases) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return Set.copyOf(ofEachTrack(cases, (track, ids) -> jdbc.sql("select f.track, f.case_id " + FIRST_TEXT
                        + " and (position(? in lower(t.subject)) > 0 or position(? in lower(t.body)) > 0)")
                .params(ids, track, opening(track), wanted, wanted)
                .query((row, number) -> caseOf(row))
                .list()));
    }

    @Override
    public void erase(Collection<? extends CaseId> cases, String actor, String replacement) {
        ofEachTrack(cases, (track, ids) -> {
            jdbc.sql("delete from hourglass.fact_text where fact in (select f.id from hourglass.fact f" + OF_CASES
                            + ")")
                    .params(ids, track)
                    .update();
            jdbc.sql(
                            """
                            update hourglass.fact f set salt = null, actor = case when actor = ? then ? else actor end"""
                                    + OF_CASES)
                    .params(actor, replacement, ids, track)
                    .update();
            return List.of();
        });
    }

    private Map<FactId, StoredFact> load(Set<FactId> ids) {
        var values =
                new SqlArrayValue("varchar", ids.stream().map(FactId::value).toArray());
        return jdbc
                .sql("select * from hourglass.fact where id = any (?)")
                .param(values)
                .query((row, number) -> stored(row))
                .list()
                .stream()
                .collect(toMap(stored -> stored.fact().id(), stored -> stored));
    }

    private Map<CaseId, List<Fact>> loadOf(Set<CaseId> cases) {
        return ofEachTrack(cases, (track, ids) -> jdbc.sql(AS_ADMITTED)
                        .params(ids, track)
                        .query((row, number) -> admitted(row))
                        .list())
                .stream()
                .collect(groupingBy(Fact::caseId));
    }

    /** One query for the cases of each track: nearly always there is one track. */
    private static <T> List<T> ofEachTrack(
            Collection<? extends CaseId> cases, BiFunction<String, SqlArrayValue, List<T>> query) {
        return cases.stream().collect(groupingBy(CaseId::track)).entrySet().stream()
                .flatMap(of -> query
                        .apply(
                                of.getKey().name(),
                                new SqlArrayValue(
                                        "varchar",
                                        of.getValue().stream()
                                                .map(CaseId::value)
                                                .toArray()))
                        .stream())
                .toList();
    }

    /** The kinds of facts that begin a case of that track. */
    private SqlArrayValue opening(String track) {
        var kinds = terms.of(new Track(track)).factKinds().stream();
        return new SqlArrayValue(
                "varchar", kinds.filter(FactKind::opens).map(FactKind::name).toArray());
    }

    private Fact admitted(ResultSet row) throws SQLException {
        var fact = fact(row);
        var knownFrom = UtcColumn.readNullable(row, "known_from");
        return knownFrom == null ? fact : fact.withRecordedAt(knownFrom);
    }

    private StoredFact told(ResultSet row) throws SQLException {
        var stored = stored(row);
        var late = stored.late() && UtcColumn.readNullable(row, "known_from") == null;
        return new StoredFact(
                stored.fact(), stored.actor(), stored.channel(), late, stored.contentHash(), stored.keptInPart());
    }

    private static FactText text(ResultSet row) throws SQLException {
        var cc = row.getString("cc");
        return new FactText(
                row.getString("subject"), row.getString("body"), cc == null ? List.of() : List.of(cc.split(" ", -1)));
    }

    private static List<Fact> plus(List<Fact> facts, Fact further) {
        return Stream.concat(facts.stream(), Stream.of(further)).toList();
    }

    private StoredFact stored(ResultSet row) throws SQLException {
        return new StoredFact(
                fact(row),
                row.getString("actor"),
                new Channel(row.getString("channel")),
                row.getBoolean("late"),
                new ContentHash(row.getString("salt"), row.getString("content_hash")),
                details(row.getString("kept_in_part")));
    }

    private static @Nullable String names(Set<Detail> details) {
        return details.isEmpty() ? null : details.stream().map(Detail::name).collect(joining(" "));
    }

    private static Set<Detail> details(@Nullable String names) {
        if (names == null) {
            return Set.of();
        }
        return Stream.of(names.split(" ", -1)).map(Detail::valueOf).collect(toCollection(TreeSet::new));
    }

    private Fact fact(ResultSet row) throws SQLException {
        var author = row.getString("author");
        var about = row.getString("about");
        return Fact.builder()
                .id(new FactId(row.getString("id")))
                .caseId(caseOf(row))
                .kind(terms.of(new Track(row.getString("track"))).factKind(row.getString("kind")))
                .author(author == null ? null : AuthorKind.valueOf(author))
                .occurredAt(UtcColumn.read(row, "occurred_at"))
                .recordedAt(UtcColumn.read(row, "recorded_at"))
                .textless(row.getBoolean("textless"))
                .about(about == null ? null : new FactId(about))
                .mail(mail(row))
                .build();
    }

    private CaseId caseOf(ResultSet row) throws SQLException {
        return terms.of(new Track(row.getString("track"))).caseOf(row.getString("case_id"));
    }

    private static MailIds mail(ResultSet row) throws SQLException {
        var own = row.getString("mail");
        var answers = row.getString("answers");
        return own == null && answers == null
                ? MailIds.NONE
                : new MailIds(own, answers == null ? List.of() : List.of(answers.split(" ", -1)));
    }
}
