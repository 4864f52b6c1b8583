package io.hourglass.dispute.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.TermsColumn;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDisputes implements Disputes {

    private final JdbcClient jdbc;
    private final ByTrack<TrackTerms> terms;

    JdbcDisputes(JdbcClient jdbc, List<TrackTerms> terms) {
        this.jdbc = jdbc;
        this.terms = new ByTrack<>(terms);
    }

    @Override
    public void add(Dispute dispute) {
        var claim = dispute.claim();
        jdbc.sql(
                        """
                        insert into hourglass.dispute (id, track, case_id, supplier, kind, claimed_at, author, about, evidence,
                            raised_by, raised_for, raised_at, decide_by, contested_verdict, state, terms)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        dispute.id().value(),
                        dispute.caseId().track().name(),
                        dispute.caseId().value(),
                        dispute.supplier().value(),
                        claim.kind().name(),
                        claim.occurredAt() == null ? null : UtcColumn.of(claim.occurredAt()),
                        text(claim.author()),
                        text(claim.about()),
                        dispute.evidence(),
                        dispute.raisedBy(),
                        dispute.raisedFor(),
                        UtcColumn.of(dispute.raisedAt()),
                        UtcColumn.of(dispute.decideBy()),
                        dispute.contested().name(),
                        dispute.state().name(),
                        SearchTerms.of(dispute.id().value()))
                .update();
    }

    @Override
    public Optional<Dispute> find(DisputeId id) {
        return find(id, "");
    }

    @Override
    public Map<DisputeId, Dispute> find(Collection<DisputeId> ids) {
        return jdbc
                .sql("select * from hourglass.dispute where id = any (?)")
                .param(new SqlArrayValue(
                        "varchar", ids.stream().map(DisputeId::value).toArray()))
                .query(this::read)
                .list()
                .stream()
                .collect(toMap(Dispute::id, dispute -> dispute));
    }

    @Override
    public void erase(Collection<? extends CaseId> cases) {
        cases.stream().collect(groupingBy(CaseId::track)).forEach(this::erase);
    }

    private void erase(Track track, List<? extends CaseId> cases) {
        jdbc.sql(
                        """
                        update hourglass.dispute
                        set evidence = '', reason = case when reason is null then null else '' end
                        where case_id = any (?) and track = ?""")
                .params(
                        new SqlArrayValue(
                                "varchar", cases.stream().map(CaseId::value).toArray()),
                        track.name())
                .update();
    }

    @Override
    public Optional<Dispute> lock(DisputeId id) {
        return find(id, " for update");
    }

    @Override
    public void end(Dispute decided) {
        var decision = Objects.requireNonNull(decided.decision());
        jdbc.sql(
                        """
                        update hourglass.dispute set state = ?, decided_by = ?, decided_at = ?, reason = ?, verdict = ?
                        where id = ?""")
                .params(
                        decided.state().name(),
                        decision.by(),
                        UtcColumn.of(decision.at()),
                        decision.reason(),
                        decision.verdict().name(),
                        decided.id().value())
                .update();
    }

    @Override
    public List<Dispute> of(CaseId id) {
        return jdbc.sql("select * from hourglass.dispute where case_id = ? and track = ? order by raised_at, id")
                .params(id.value(), id.track().name())
                .query(this::read)
                .list();
    }

    @Override
    public List<Dispute> by(Collection<String> names) {
        var array = new SqlArrayValue("varchar", names.toArray());
        return jdbc.sql(
                        """
                        select * from hourglass.dispute where raised_by = any (?) or decided_by = any (?)
                        order by raised_at, id""")
                .params(array, array)
                .query(this::read)
                .list();
    }

    @Override
    public List<Dispute> latest(Wanted wanted, long offset, int limit) {
        return wanted(wanted, "select * ", " order by raised_at desc, id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(this::read)
                .list();
    }

    @Override
    public Map<DisputeState, Integer> counted(Wanted wanted) {
        return wanted(wanted, "select state, count(*) as disputes ", " group by state")
                .query((row, number) -> Map.entry(DisputeState.valueOf(row.getString("state")), row.getInt("disputes")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec wanted(Wanted wanted, String what, String order) {
        var supplier = wanted.supplier();
        var state = wanted.state();
        var since = wanted.since();
        var sql = what + "from hourglass.dispute where true" + (supplier == null ? "" : " and supplier = :supplier")
                + (state == null ? "" : " and state = :state")
                + (since == null ? "" : " and (raised_at >= :since or state = 'OPEN')");
        var asked = jdbc.sql(sql + order);
        asked = supplier == null ? asked : asked.param("supplier", supplier.value());
        asked = state == null ? asked : asked.param("state", state.name());
        return since == null ? asked : asked.param("since", UtcColumn.of(since));
    }

    @Override
    public List<Dispute> in(DisputeState state, long offset, int limit) {
        return jdbc.sql("select * from hourglass.dispute where state = ? order by raised_at, id limit ? offset ?")
                .params(state.name(), limit, offset)
                .query(this::read)
                .list();
    }

    @Override
    public List<Dispute> found(@Nullable SupplierId supplier, String typed, long offset, int limit) {
        var words = SearchTerms.typed(typed);
        if (words.isEmpty() && !typed.isBlank()) {
            return List.of();
        }
        var whose = supplier == null ? "" : supplier.value();
        return jdbc.sql("select * from hourglass.dispute where " + TermsColumn.holdAll(words.size())
                        + (supplier == null ? " and '' = ?" : " and supplier = ?")
                        + " order by raised_at desc, id limit ? offset ?")
                .params(TermsColumn.values(words, whose, limit, offset))
                .query(this::read)
                .list();
    }

    @Override
    public long count(DisputeState state) {
        return jdbc.sql("select count(*) from hourglass.dispute where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    @Override
    public List<CaseId> contestedSince(Track track, Instant since, @Nullable SupplierId supplier, int limit) {
        return jdbc.sql("select case_id from hourglass.dispute where raised_at >= :since and track = :track"
                        + (supplier == null ? "" : " and supplier = :supplier") + " group by case_id limit :limit")
                .param("track", track.name())
                .param("since", UtcColumn.of(since))
                .param("supplier", supplier == null ? "" : supplier.value())
                .param("limit", limit)
                .query((row, number) -> terms.of(track).caseOf(row.getString("case_id")))
                .list();
    }

    @Override
    public List<Dispute> ended(Wanted wanted, long offset, int limit) {
        return wanted(
                        wanted,
                        "select * ",
                        " and decided_at is not null order by decided_at desc, id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(this::read)
                .list();
    }

    private Optional<Dispute> find(DisputeId id, String suffix) {
        return jdbc.sql("select * from hourglass.dispute where id = ?" + suffix)
                .param(id.value())
                .query(this::read)
                .optional();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Dispute read(ResultSet row, int number) throws SQLException {
        var of = terms.of(new Track(row.getString("track")));
        return Dispute.builder()
                .id(new DisputeId(row.getString("id")))
                .caseId(of.caseOf(row.getString("case_id")))
                .supplier(new SupplierId(row.getString("supplier")))
                .claim(claim(row, of))
                .evidence(row.getString("evidence"))
                .raisedBy(row.getString("raised_by"))
                .raisedFor(row.getString("raised_for"))
                .raisedAt(UtcColumn.read(row, "raised_at"))
                .decideBy(UtcColumn.read(row, "decide_by"))
                .contested(of.state(row.getString("contested_verdict")))
                .state(DisputeState.valueOf(row.getString("state")))
                .decision(decision(row, of))
                .build();
    }

    private static Claim claim(ResultSet row, TrackTerms of) throws SQLException {
        var author = row.getString("author");
        var about = row.getString("about");
        return new Claim(
                of.factKind(row.getString("kind")),
                UtcColumn.readNullable(row, "claimed_at"),
                author == null ? null : AuthorKind.valueOf(author),
                about == null ? null : new FactId(about));
    }

    private static Dispute.@Nullable Decision decision(ResultSet row, TrackTerms of) throws SQLException {
        var at = UtcColumn.readNullable(row, "decided_at");
        return at == null
                ? null
                : new Dispute.Decision(
                        row.getString("decided_by"), at, row.getString("reason"), of.state(row.getString("verdict")));
    }
}
