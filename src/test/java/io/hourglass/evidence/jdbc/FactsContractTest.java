package io.hourglass.evidence.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryTerms;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Facts")
class FactsContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private static final InquiryId INQUIRY = new InquiryId("询盘-1");
        private static final InquiryId OTHER = new InquiryId("other");

        private final OwnTables tables;
        private final Facts facts;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.facts = new JdbcFacts(tables.jdbc(), tables.rows(), List.of(InquiryTerms.TERMS));
            tables.marketplaceWith("s");
            List.of(INQUIRY, OTHER).forEach(this::keepInquiry);
        }

        @Test
        @DisplayName("a fact is found as it was added, to the millisecond, with its text apart")
        void roundTrip() {
            var reply = stored(fact("réponse-😀", InquiryFactKind.REPLIED, AuthorKind.AI_ASSISTED, NOON, null));
            var text = new FactText(
                    "Re: Anfrage über Kühlung", "价格如下 😀", List.of("einkauf@käufer.example", "b@x.example"));
            facts.add(reply, text);

            assertThat(facts.find(reply.fact().id())).contains(reply);
            assertThat(facts.toldOf(INQUIRY)).containsExactly(new Facts.Told(reply, text));
            assertThat(facts.find(new FactId("réponse"))).isEmpty();
        }

        @Test
        @DisplayName("facts are found by who acted, with their texts, part by part and each once, and nobody else's")
        void byActor() {
            for (var id : List.of("b", "a", "C", "é", "d")) {
                facts.add(
                        stored(fact(id, InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null)),
                        new FactText(null, "Text " + id));
            }
            var other = fact("x", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            facts.add(
                    new StoredFact(other, "other", Channel.WEB, false, new ContentHash(null, "f".repeat(43))),
                    FactText.NONE);

            var found = new ArrayList<Facts.Told>();
            var part = facts.toldBy(List.of("agent-é", "nobody"), null, 2);
            while (!part.isEmpty()) {
                found.addAll(part);
                var last = part.get(part.size() - 1).stored().fact().id();
                part = facts.toldBy(List.of("agent-é", "nobody"), last, 2);
            }
            assertThat(found).hasSize(5).allMatch(told -> told.text()
                    .equals(new FactText(null, "Text " + told.stored().fact().id())));
            assertThat(facts.toldBy(List.of("nobody"), null, 2)).isEmpty();
        }

        @Test
        @DisplayName("the mails that brought facts are found for many cases, by their hashes, each once")
        void mails() {
            var hash = "h".repeat(22);
            var reply = fact("a", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            facts.add(stored(reply.withMail(new MailIds(hash, List.of()))), FactText.NONE);
            var again = fact("b", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            facts.add(stored(again.withMail(new MailIds(hash, List.of()))), FactText.NONE);
            facts.add(stored(fact("c", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null)), FactText.NONE);

            assertThat(facts.mailsOf(List.of(INQUIRY, OTHER))).isEqualTo(Map.of(INQUIRY, List.of(hash)));
            assertThat(facts.mailsOf(List.of())).isEmpty();
        }

        @Test
        @DisplayName("what was written at first is found for many inquiries, and by words in whatever case")
        void firstTexts() {
            var text = new FactText("Kühlung", "100% DRINGEND");
            facts.add(stored(fact("first", InquiryFactKind.RECEIVED, null, NOON, null)), text);
            facts.add(
                    stored(fact("further", InquiryFactKind.FOLLOW_UP, null, NOON, null)),
                    new FactText(null, "und weiter"));

            assertThat(facts.receiptsOf(List.of(INQUIRY, OTHER)))
                    .hasSize(1)
                    .hasEntrySatisfying(INQUIRY, told -> assertThat(told.text()).isEqualTo(text));
            assertThat(facts.saying("KÜHL", List.of(INQUIRY, OTHER))).containsExactly(INQUIRY);
            assertThat(facts.saying("100% dring", List.of(INQUIRY, OTHER))).containsExactly(INQUIRY);
            assertThat(facts.saying("weiter", List.of(INQUIRY))).isEmpty();
            assertThat(facts.saying("kühl", List.of(OTHER))).isEmpty();
        }

        @Test
        @DisplayName("what a fact does not say stays unsaid, and no text makes no row of text")
        void unsaid() {
            var rejection = new StoredFact(
                    fact("r", InquiryFactKind.REJECTED, null, NOON, null),
                    null,
                    Channel.WEB,
                    true,
                    new ContentHash("salt", "0".repeat(43)));
            facts.add(rejection, FactText.NONE);

            assertThat(facts.toldOf(INQUIRY)).containsExactly(new Facts.Told(rejection, FactText.NONE));
            assertThat(tables.rowsOf("fact_text")).isZero();
        }

        @Test
        @DisplayName(
                "a fact says which of its details were kept in part, all of them if need be, after its erasure too")
        void keptInPart() {
            var fact = fact("f", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            var all =
                    new StoredFact(fact, "a", Channel.WEB, false, new ContentHash(null, "h"), Set.of(Detail.values()));
            facts.add(all, new FactText("s", null));
            facts.erase(List.of(INQUIRY), "b", "P");

            assertThat(facts.find(fact.id())).contains(all);
            assertThat(facts.toldOf(INQUIRY)).containsExactly(new Facts.Told(all, FactText.NONE));
        }

        @Test
        @DisplayName("an amendment names the fact that it is about")
        void about() {
            var reply = fact("reply", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            var bounce = fact("bounce", InquiryFactKind.BOUNCED, null, NOON.plusMillis(1), reply.id());
            facts.add(stored(reply), FactText.NONE);
            facts.add(stored(bounce), FactText.NONE);

            assertThat(facts.of(List.of(INQUIRY)).get(INQUIRY)).containsExactlyInAnyOrder(reply, bounce);
        }

        @Test
        @DisplayName("a fact of a known id cannot be added, and what is known stays")
        void appendOnly() {
            var first = stored(fact("f", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null));
            facts.add(first, FactText.NONE);
            var other = stored(fact("f", InquiryFactKind.REJECTED, null, NOON, null));

            assertThatThrownBy(() -> facts.add(other, FactText.NONE)).isInstanceOf(DuplicateKeyException.class);
            assertThat(facts.find(first.fact().id())).contains(first);
        }

        @Test
        @DisplayName("facts are told in the order of their occurrence, then of the code points of their ids")
        void inOrder() {
            for (var id : new String[] {"\uD835\uDC9C", "\uFF21", "é", "a", "B"}) {
                facts.add(stored(fact(id, InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null)), FactText.NONE);
            }
            facts.add(stored(fact("z", InquiryFactKind.REJECTED, null, NOON.minusMillis(1), null)), FactText.NONE);

            assertThat(facts.toldOf(INQUIRY))
                    .extracting(told -> told.stored().fact().id().value())
                    .containsExactly("z", "B", "a", "é", "\uFF21", "\uD835\uDC9C");
        }

        @Test
        @DisplayName("facts are grouped by inquiry; one without facts is absent, and no inquiries have none")
        void grouped() {
            var fact = fact("f", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            facts.add(stored(fact), FactText.NONE);

            assertThat(facts.of(List.of(INQUIRY, OTHER)))
                    .containsOnlyKeys(INQUIRY)
                    .containsValue(List.of(fact));
            assertThat(facts.of(List.of())).isEmpty();
        }

        @Test
        @DisplayName("facts are told in bulk with all that is kept of them, in the order of their occurrence")
        void inBulk() {
            var later = stored(fact("a", InquiryFactKind.REJECTED, null, NOON.plusMillis(1), null));
            var earlier = stored(fact("b", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null));
            List.of(later, earlier).forEach(fact -> facts.add(fact, FactText.NONE));

            assertThat(facts.storedOf(List.of(INQUIRY, OTHER)))
                    .containsOnlyKeys(INQUIRY)
                    .containsValue(List.of(earlier, later));
        }

        @Test
        @DisplayName("an admitted fact counts as known from its instant on, is not late, and was recorded when it was")
        void admitted() {
            var reply = fact("f", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            var late = new StoredFact(reply, "agent", Channel.WEB, true, new ContentHash(null, "h"));
            facts.add(late, FactText.NONE);
            facts.admit(reply, NOON.minusMillis(1));

            assertThat(facts.of(List.of(INQUIRY)).get(INQUIRY))
                    .extracting(Fact::recordedAt)
                    .containsExactly(NOON.minusMillis(1));
            assertThat(facts.of(List.of(INQUIRY), reply.recordedAt())).isEqualTo(facts.of(List.of(INQUIRY)));
            assertThat(facts.of(List.of(INQUIRY), reply.recordedAt().minusMillis(1)))
                    .isEmpty();
            assertThat(facts.storedOf(List.of(INQUIRY)).get(INQUIRY)).containsExactly(late);
            assertThat(facts.toldOf(INQUIRY)).singleElement().satisfies(told -> {
                assertThat(told.stored().late()).isFalse();
                assertThat(told.stored().fact()).isEqualTo(reply);
            });
        }

        @Test
        @DisplayName("what is erased loses its text, its salt and its actor, and nothing else")
        void erased() {
            var fact = fact("f", InquiryFactKind.REPLIED, AuthorKind.HUMAN, NOON, null);
            var salted = new StoredFact(fact, "买家", new Channel("EMAIL"), false, new ContentHash("salt", "h"));
            var others = new StoredFact(
                    fact("g", InquiryFactKind.REJECTED, null, NOON, null),
                    "agent",
                    Channel.WEB,
                    true,
                    new ContentHash("salt", "h"));
            facts.add(salted, new FactText("subject", "body"));
            facts.add(others, FactText.NONE);
            facts.erase(List.of(INQUIRY), "买家", "P");

            assertThat(tables.rowsOf("fact_text")).isZero();
            assertThat(facts.find(fact.id()))
                    .contains(new StoredFact(fact, "P", new Channel("EMAIL"), false, new ContentHash(null, "h")));
            assertThat(facts.find(others.fact().id()))
                    .contains(new StoredFact(others.fact(), "agent", Channel.WEB, true, new ContentHash(null, "h")));
        }

        private static StoredFact stored(Fact fact) {
            return new StoredFact(fact, "agent-é", new Channel("EMAIL"), false, new ContentHash(null, "f".repeat(43)));
        }

        private static Fact fact(
                String id,
                InquiryFactKind kind,
                @Nullable AuthorKind author,
                Instant occurredAt,
                @Nullable FactId about) {
            return Fact.builder()
                    .id(new FactId(id))
                    .caseId(INQUIRY)
                    .kind(kind)
                    .author(author)
                    .occurredAt(occurredAt)
                    .recordedAt(occurredAt.plusMillis(7))
                    .about(about)
                    .build();
        }

        private void keepInquiry(InquiryId id) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at,
                                received_day, policy_version, reply_due_at)
                            values (?, 'b', 's', 'WEB', ?, ?, ?, 1, ?)""")
                    .params(
                            id.value(),
                            UtcColumn.of(NOON),
                            UtcColumn.of(NOON),
                            LocalDate.of(2026, 3, 2),
                            UtcColumn.of(NOON))
                    .update();
        }
    }
}
