package io.hourglass.evidence.jdbc;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.evidence.FactText;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFacts implements Facts {

    private static final Comparator<Told> BY_OCCURRENCE = Comparator.<Told, java.time.Instant>comparing(
                    told -> told.stored().fact().occurredAt())
            .thenComparing(told -> told.stored().fact().id());

    private final JdbcClient jdbc;

    JdbcFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StoredFact> find(FactId id) {
        return jdbc.sql("select * from hourglass.fact where id = ?")
                .param(id.value())
                .query((row, number) -> stored(row))
                .optional();
    }

    @Override
    public void add(StoredFact stored, FactText text) {
        var fact = stored.fact();
        jdbc.sql(
                        """
                        insert into hourglass.fact (id, inquiry, kind, author, actor, channel, occurred_at, recorded_at,
                            textless, about, late, content_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(fact.id().value())
                .param(fact.inquiry().value())
                .param(fact.kind().name())
                .param(fact.author() == null ? null : fact.author().name())
                .param(stored.actor())
                .param(stored.channel())
                .param(UtcColumn.of(fact.occurredAt()))
                .param(UtcColumn.of(fact.recordedAt()))
                .param(fact.textless())
                .param(fact.about() == null ? null : fact.about().value())
                .param(stored.late())
                .param(stored.contentHash())
                .update();
        if (!text.isEmpty()) {
            jdbc.sql("insert into hourglass.fact_text (fact, subject, body) values (?, ?, ?)")
                    .param(fact.id().value())
                    .param(text.subject())
                    .param(text.body())
                    .update();
        }
    }

    @Override
    public Map<InquiryId, List<Fact>> of(Collection<InquiryId> inquiries) {
        if (inquiries.isEmpty()) {
            return Map.of();
        }
        var ids = new SqlArrayValue(
                "varchar", inquiries.stream().map(InquiryId::value).toArray());
        return jdbc
                .sql("select * from hourglass.fact where inquiry = any (?)")
                .param(ids)
                .query((row, number) -> fact(row))
                .list()
                .stream()
                .collect(groupingBy(Fact::inquiry));
    }

    @Override
    public List<Told> toldOf(InquiryId inquiry) {
        return jdbc
                .sql(
                        """
                        select f.*, t.subject, t.body
                        from hourglass.fact f left join hourglass.fact_text t on t.fact = f.id
                        where f.inquiry = ?""")
                .param(inquiry.value())
                .query((row, number) ->
                        new Told(stored(row), new FactText(row.getString("subject"), row.getString("body"))))
                .list()
                .stream()
                .sorted(BY_OCCURRENCE)
                .toList();
    }

    private static StoredFact stored(ResultSet row) throws SQLException {
        return new StoredFact(
                fact(row),
                row.getString("actor"),
                row.getString("channel"),
                row.getBoolean("late"),
                row.getString("content_hash"));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var author = row.getString("author");
        var about = row.getString("about");
        return new Fact(
                new FactId(row.getString("id")),
                new InquiryId(row.getString("inquiry")),
                FactKind.valueOf(row.getString("kind")),
                author == null ? null : AuthorKind.valueOf(author),
                UtcColumn.read(row, "occurred_at"),
                UtcColumn.read(row, "recorded_at"),
                row.getBoolean("textless"),
                about == null ? null : new FactId(about));
    }
}
