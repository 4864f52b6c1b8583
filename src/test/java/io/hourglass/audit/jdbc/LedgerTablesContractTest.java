package io.hourglass.audit.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.Rivals;
import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.audit.entries.LedgerRecords.Sought;
import io.hourglass.audit.persons.Persons;
import io.hourglass.audit.persons.Persons.Salted;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.audit.seals.Seals;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("The tables of the ledger")
class LedgerTablesContractTest {

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

        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

        private final OwnTables tables;
        private final Seals seals;
        private final LedgerRecords records;
        private final Persons persons;
        private final Pseudonyms pseudonyms;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.seals = new JdbcSeals(tables.jdbc());
            this.records = new JdbcLedgerRecords(tables.jdbc(), tables.rows(), Clock.fixed(NOON, ZoneOffset.UTC));
            this.persons = new JdbcPersons(tables.template(), tables.jdbc(), tables.manager());
            this.pseudonyms = new Pseudonyms(persons, tables.rows());
        }

        @Test
        @DisplayName("keep a seal as it was added, with marks of more than a MiB, once a day")
        void seal() {
            var marks = new byte[3 * (1 << 19) + 8];
            new Random(7).nextBytes(marks);
            var first = seal(DAY, null);
            var second = seal(DAY.plusDays(1), first.root());
            seals.add(first, marks);
            seals.add(second, new byte[8]);

            assertThat(seals.find(TrackDay.ofInquiries(DAY))).contains(first);
            assertThat(seals.marksOf(TrackDay.ofInquiries(DAY))).isEqualTo(marks);
            assertThat(seals.last(Track.INQUIRY)).contains(second);
            assertThat(seals.between(Track.INQUIRY, DAY, DAY.plusDays(1))).containsExactly(first, second);
            assertThat(seals.between(Track.INQUIRY, DAY.plusDays(1), DAY.plusDays(9)))
                    .containsExactly(second);
            assertThat(seals.latest(Track.INQUIRY, 1, 1)).containsExactly(first);
            assertThatThrownBy(() -> seals.add(first, marks)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("are held by one at a time")
        void held() {
            tables.assertHeldUntilTheTransactionEnds(seals::hold);
        }

        @Test
        @DisplayName("give each record to one seal, and what is not committed yet to the next one")
        void records() {
            records.note(LedgerEntry.of("ACTION", "询-1", "details", "价格 \"😀\"", "left out", null));
            tables.inTransaction(() -> {
                records.note(LedgerEntry.of("FACT", null, "fact", "f"));
                tables.rowsOf("ledger_record");
                CompletableFuture.runAsync(() -> records.take(TrackDay.ofInquiries(DAY)))
                        .join();
                return DAY;
            });
            records.take(TrackDay.ofInquiries(DAY.plusDays(1)));

            assertThat(records.takenBy(TrackDay.ofInquiries(DAY)))
                    .singleElement()
                    .satisfies(noted -> {
                        assertThat(noted.kind()).isEqualTo("ACTION");
                        assertThat(noted.by()).isEqualTo("询-1");
                        assertThat(noted.content()).isEqualTo("{\"details\":\"价格 \\\"😀\\\"\"}");
                        assertThat(noted.at()).isEqualTo(NOON);
                    });
            assertThat(records.takenBy(TrackDay.ofInquiries(DAY.plusDays(1))))
                    .singleElement()
                    .satisfies(noted -> assertThat(noted.by()).isNull());
        }

        @Test
        @DisplayName("find the latest records by person, by a field, and by time: from is included, until is not")
        void sought() {
            records.note(LedgerEntry.of("ACTION", "olga", "action", "made a key", "details", "\"action\":\"x\""));
            records.note(LedgerEntry.of("ACTION", "otto", "action", "closed an account"));
            records.note(LedgerEntry.of("FACT", "olga", "action", "made a key"));
            assertThat(found(Sought.ALL)).containsExactly("otto", "olga");
            assertThat(found(new Sought(Set.of("olga", "nobody"), "", null, null)))
                    .containsExactly("olga");
            assertThat(found(new Sought(Set.of(), "\"action\":\"closed an account\"", null, null)))
                    .containsExactly("otto");
            assertThat(found(new Sought(Set.of(), "\"action\":\"x\"", null, null)))
                    .isEmpty();
            assertThat(found(new Sought(Set.of(), "", NOON, NOON.plusMillis(1))))
                    .hasSize(2);
            assertThat(found(new Sought(Set.of(), "", NOON.plusMillis(1), null)))
                    .isEmpty();
            assertThat(found(new Sought(Set.of(), "", null, NOON))).isEmpty();
            assertThat(records.latest("ACTION", Sought.ALL, 1, 9)).hasSize(1);
        }

        private List<String> found(Sought sought) {
            return records.latest("ACTION", sought, 0, 9).stream()
                    .map(noted -> String.valueOf(noted.by()))
                    .toList();
        }

        @Test
        @DisplayName("know in which seals there are records of an inquiry, each once, in the order of days")
        void daysWith() {
            note("i");
            records.take(TrackDay.ofInquiries(DAY.plusDays(1)));
            note("i", "i", "j");
            records.note(LedgerEntry.of("ACTION", null, "about", "i"));
            records.take(TrackDay.ofInquiries(DAY));
            note("i");

            assertThat(records.daysWith(new InquiryId("i"))).containsExactly(DAY, DAY.plusDays(1));
            assertThat(records.daysWith(new InquiryId("j"))).containsExactly(DAY);
            assertThat(records.daysWith(new InquiryId("k"))).isEmpty();
            assertThat(records.takenBy(TrackDay.ofInquiries(DAY)))
                    .extracting(LedgerRecords.Noted::caseId)
                    .containsExactly("i", "i", "j", null);
        }

        private void note(String... inquiries) {
            for (var inquiry : inquiries) {
                records.note(LedgerEntry.of("FACT", null, "inquiry", new InquiryId(inquiry)));
            }
        }

        @Test
        @DisplayName("know a person by its salt, and after its erasure a pseudonym that stands for itself")
        void persons() {
            persons.add(new TreeMap<>(Map.of("b-1", new Salted("salt-1"), "b-2", new Salted("salt-2"))));
            records.note(LedgerEntry.of("ACTION", "b-1"));
            persons.erase("b-1", "P");

            assertThat(persons.find(List.of("b-1", "b-2", "P", "nobody")))
                    .isEqualTo(Map.of("b-2", new Salted("salt-2"), "P", new Salted("")));
            assertThat(persons.find(List.of("P")).get("P"))
                    .extracting(Salted::salt)
                    .isEqualTo("");
            records.take(TrackDay.ofInquiries(DAY));
            assertThat(records.takenBy(TrackDay.ofInquiries(DAY)))
                    .extracting(LedgerRecords.Noted::by)
                    .containsExactly("P");
        }

        @Test
        @DisplayName("take several new persons or none")
        void personsTogether() {
            persons.add(new TreeMap<>(Map.of("b-2", new Salted("salt-2"))));
            var some = new TreeMap<>(Map.of("b-1", new Salted("salt-1"), "b-2", new Salted("another")));

            assertThatThrownBy(() -> persons.add(some)).isInstanceOf(DuplicateKeyException.class);
            assertThat(persons.find(List.of("b-1", "b-2"))).isEqualTo(Map.of("b-2", new Salted("salt-2")));
        }

        @Test
        @DisplayName(
                "give a pseudonym while others hold the seals and have just named the same persons, in whatever order")
        void pseudonymFromAnywhere() {
            var given = tables.inTransaction(() -> {
                seals.hold();
                var first = pseudonyms.given(List.of("b-2", "b-1"));
                var meanwhile = CompletableFuture.supplyAsync(
                                () -> tables.inTransaction(() -> pseudonyms.given(List.of("b-1", "b-2", "b-3"))))
                        .join();
                assertThat(meanwhile).containsAllEntriesOf(first).containsKey("b-3");
                assertThat(pseudonyms.given(List.of("b-3"))).isEqualTo(Map.of("b-3", meanwhile.get("b-3")));
                return first;
            });
            assertThat(pseudonyms.given(List.of("b-1", "b-2"))).isEqualTo(given);
        }

        @Test
        @DisplayName("keep a pseudonym that has been given, also where the transaction that asked for it fails")
        void pseudonymStays() {
            var given = new HashMap<String, String>();
            assertThatThrownBy(() -> tables.inTransaction(() -> {
                        given.putAll(pseudonyms.given(List.of("b-1")));
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(pseudonyms.given(List.of("b-1"))).isEqualTo(given);
        }

        @Test
        @DisplayName("give one pseudonym to a person whom many name at the same moment")
        void pseudonymOnce() {
            for (var round = 0; round < 5; round++) {
                var ids = List.of("p-" + round, "q-" + round);
                var given = Rivals.crowd(6, number -> tables.inTransaction(() -> pseudonyms.given(ids)));
                assertThat(new HashSet<>(given)).hasSize(1);
            }
        }

        private static Seal seal(LocalDate day, @Nullable String former) {
            return new Seal(
                    new SealedDay(TrackDay.ofInquiries(day), DAY, NOON.plusSeconds(7), day.plusDays(5)),
                    former,
                    "a1".repeat(32),
                    12,
                    NOON.plusMillis(1));
        }
    }
}
