package io.hourglass.imports.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.imports.files.NotedLine;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.kernel.lists.PageQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Files of facts as they are kept")
class ImportsContractTest {

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

        private static final Instant UNTIL = NOON.plusSeconds(30);
        private static final Instant AFTER = UNTIL.plusMillis(1);
        private static final Counts SOME = new Counts(7, 1, 2, 3, 4, 5, 6);

        private final OwnTables tables;
        private final Imports imports;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.imports = new JdbcImports(tables.jdbc(), tables.rows());
        }

        private static ImportFile file(String id, Instant madeAt, boolean rehearsed, @Nullable String header) {
            return ImportFile.builder()
                    .id(id)
                    .name("三月.csv 😀")
                    .header(header)
                    .manner(rehearsed ? Manner.REHEARSED : Manner.TAKEN)
                    .state(ImportState.COMING_IN)
                    .bytes(0)
                    .madeAt(madeAt)
                    .madeBy("olga")
                    .bytesRead(0)
                    .counts(Counts.NONE)
                    .build();
        }

        private ImportFile open(String id, Instant madeAt) {
            return open(id, madeAt, false);
        }

        private ImportFile open(String id, Instant madeAt, boolean rehearsed) {
            imports.add(file(id, madeAt, rehearsed, null));
            imports.addChunk(id, 0, new byte[] {0, -1, 10});
            imports.complete(id, "sha-256", 3);
            return kept(id);
        }

        private ImportFile kept(String id) {
            return imports.find(id).orElseThrow();
        }

        private boolean isHeld(@Nullable String id, String holder, Instant now) {
            return imports.hold(id, holder, now, now.plusSeconds(30)).isPresent();
        }

        private void note(String id, NotedLine... lines) {
            tables.inTransaction(() -> {
                imports.note(id, List.of(lines));
                return true;
            });
        }

        @Test
        @DisplayName("those of a sender are found by its names, under which another may stand from then on")
        void maker() {
            open("b", NOON.plusMillis(1));
            open("a", NOON);
            assertThat(imports.madeBy(List.of("olga", "nobody")))
                    .extracting(ImportFile::id)
                    .containsExactly("a", "b");
            imports.renameMaker("olga", "p");
            assertThat(imports.madeBy(List.of("olga"))).isEmpty();
            assertThat(kept("a").madeBy()).isEqualTo("p");
        }

        @Test
        @DisplayName("one that was added is found as it was, and has its digest and length once it is here as a whole")
        void added() {
            var rehearsal = file("a", NOON, true, "event,inquiry");
            imports.add(rehearsal);
            imports.add(file("b", NOON, false, null));
            assertThat(imports.find("a")).contains(rehearsal);
            assertThat(imports.find("b")).contains(file("b", NOON, false, null));
            assertThat(imports.find("c")).isEmpty();
            imports.complete("a", "sha-256", 5_000_000_000L);
            var whole = kept("a");
            assertThat(whole.state()).isEqualTo(ImportState.OPEN);
            assertThat(whole.sha256()).isEqualTo("sha-256");
            assertThat(whole.bytes()).isEqualTo(5_000_000_000L);
            assertThat(kept("b").state()).isEqualTo(ImportState.COMING_IN);
        }

        @Test
        @DisplayName("chunks come back as they came, each by its place, and no place has two")
        void chunks() {
            open("a", NOON);
            open("b", NOON);
            imports.addChunk("a", 1, new byte[] {1});
            assertThat(imports.chunk("a", 0)).hasValue(new byte[] {0, -1, 10});
            assertThat(imports.chunk("a", 1)).hasValue(new byte[] {1});
            assertThat(imports.chunk("a", 2)).isEmpty();
            assertThat(imports.chunk("b", 1)).isEmpty();
            assertThatThrownBy(() -> imports.addChunk("a", 1, new byte[] {2}))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("the unfinished one of some bytes is the eldest that is open, rehearsed or not as asked")
        void unfinished() {
            open("b", NOON);
            open("a", NOON.plusSeconds(1));
            open("r", NOON.minusSeconds(1), true);
            imports.add(file("c", NOON.minusSeconds(9), false, null));
            assertThat(imports.unfinished("sha-256", Manner.TAKEN)).contains(kept("b"));
            assertThat(imports.unfinished("sha-256", Manner.REHEARSED)).contains(kept("r"));
            assertThat(imports.unfinished("other", Manner.TAKEN)).isEmpty();
            imports.end("b", ImportState.DONE, NOON, null);
            assertThat(imports.unfinished("sha-256", Manner.TAKEN)).contains(kept("a"));
        }

        @Test
        @DisplayName("the latest comes first, a page at a time, with how many there are")
        void latest() {
            open("b", NOON);
            open("a", NOON);
            open("c", NOON.plusMillis(1));
            var first = imports.latest(new PageQuery(0, 2));
            assertThat(first.items()).extracting(ImportFile::id).containsExactly("c", "a");
            assertThat(first.total()).isEqualTo(3);
            assertThat(first.more()).isTrue();
            assertThat(imports.latest(new PageQuery(1, 2)).items())
                    .extracting(ImportFile::id)
                    .containsExactly("b");
            assertThat(imports.latest(new PageQuery(2, 2)).items()).isEmpty();
        }

        @Test
        @DisplayName("one is held by nobody else to the end of its time, that instant included, and then by the next")
        void held() {
            imports.add(file("coming", NOON.minusSeconds(9), false, null));
            open("a", NOON);
            assertThat(isHeld("coming", "one", NOON)).isFalse();
            assertThat(isHeld("none", "one", NOON)).isFalse();
            assertThat(imports.hold(null, "one", NOON, UNTIL)).contains(kept("a"));
            assertThat(isHeld(null, "two", UNTIL)).isFalse();
            assertThat(isHeld("a", "one", UNTIL)).isFalse();
            assertThat(isHeld("a", "two", AFTER)).isTrue();
        }

        @Test
        @DisplayName("whoever asks for none by name holds the eldest that is free")
        void eldest() {
            open("b", NOON);
            open("a", NOON.plusMillis(1));
            assertThat(imports.hold(null, "one", NOON, UNTIL)).contains(kept("b"));
            assertThat(imports.hold(null, "two", NOON, UNTIL)).contains(kept("a"));
            assertThat(imports.hold(null, "three", NOON, UNTIL)).isEmpty();
            imports.letGo("b", "two");
            assertThat(isHeld(null, "three", NOON)).isFalse();
            imports.letGo("b", "one");
            assertThat(imports.hold(null, "three", NOON, UNTIL)).contains(kept("b"));
        }

        @Test
        @DisplayName("how far it went is kept of who holds it while it is open, and holds it for longer")
        void went() {
            open("a", NOON);
            open("b", NOON);
            isHeld("a", "one", NOON);
            assertThat(imports.went("a", "two", AFTER, SOME, 2)).isFalse();
            assertThat(kept("a").counts()).isEqualTo(Counts.NONE);
            assertThat(imports.went("a", "one", AFTER, SOME, 2)).isTrue();
            assertThat(kept("a").counts()).isEqualTo(SOME);
            assertThat(kept("a").bytesRead()).isEqualTo(2);
            assertThat(kept("b").counts()).isEqualTo(Counts.NONE);
            assertThat(isHeld("a", "two", AFTER)).isFalse();
            imports.end("a", ImportState.STOPPED, NOON, "stopped");
            assertThat(imports.went("a", "one", AFTER, Counts.NONE, 3)).isFalse();
            assertThat(kept("a").counts()).isEqualTo(SOME);
        }

        @Test
        @DisplayName(
                "one that is over stays as it ended: nobody holds it, its bytes are gone, and why is kept as far as it fits")
        void over() {
            open("a", NOON);
            open("b", NOON);
            isHeld("a", "one", NOON);
            imports.end("a", ImportState.FAILED, AFTER, "x\0" + "y".repeat(2_000));
            imports.end("a", ImportState.DONE, NOON, null);
            var over = kept("a");
            assertThat(over.state()).isEqualTo(ImportState.FAILED);
            assertThat(over.endedAt()).isEqualTo(AFTER);
            assertThat(over.why()).startsWith("x\uFFFDy").hasSize(1_000);
            imports.add(file("coming", NOON, false, null));
            imports.addChunk("coming", 0, new byte[] {1});
            imports.dropBytes();
            assertThat(imports.chunk("a", 0)).isEmpty();
            assertThat(imports.chunk("coming", 0)).isPresent();
            assertThat(isHeld("a", "two", AFTER.plusSeconds(90))).isFalse();
            assertThat(imports.chunk("b", 0)).isPresent();
            assertThat(kept("b").state()).isEqualTo(ImportState.OPEN);
        }

        @Test
        @DisplayName(
                "noted lines come in the order of the file, of a kind or of all, behind a line, with the bytes that came")
        void noted() {
            open("a", NOON);
            open("b", NOON);
            var rejected = new NotedLine(9_000_000_000L, Kind.REJECTED, "at is 昨天", "\0\u00ff,\n");
            var late = new NotedLine(3, Kind.LATE, "closed", "");
            var waiting = new NotedLine(20, Kind.WAITING, "not known", "x".repeat(262_144));
            note("a", rejected, late, waiting);
            note("b", late);
            assertThat(imports.noted("a", null, 0, 9)).containsExactly(late, waiting, rejected);
            assertThat(imports.noted("a", null, 3, 9)).containsExactly(waiting, rejected);
            assertThat(imports.noted("a", null, 2, 2)).containsExactly(late, waiting);
            assertThat(imports.noted("a", Kind.REJECTED, 0, 9)).containsExactly(rejected);
            assertThat(imports.noted("b", null, 0, 9)).containsExactly(late);
            imports.restart("a");
            assertThat(imports.noted("a", null, 0, 9)).isEmpty();
            assertThat(imports.noted("b", null, 0, 9)).containsExactly(late);
        }

        @Test
        @DisplayName("a reason is kept as far as it fits, and with what no database keeps replaced")
        void reasons() {
            open("a", NOON);
            note("a", new NotedLine(1, Kind.REJECTED, "\0\ud800" + "水".repeat(3_000), "x"));
            assertThat(imports.noted("a", null, 0, 9).get(0).reason())
                    .startsWith("\uFFFD\uFFFD水")
                    .hasSize(2_000);
        }

        @Test
        @DisplayName("one that did not come in as a whole is forgotten with its bytes, others are not")
        void forgotten() {
            imports.add(file("a", NOON, false, null));
            imports.addChunk("a", 0, new byte[] {1});
            open("b", NOON);
            imports.forget("a");
            assertThat(imports.find("a")).isEmpty();
            assertThat(imports.chunk("a", 0)).isEmpty();
            assertThat(imports.chunk("b", 0)).isPresent();
        }

        @Test
        @DisplayName(
                "what is over, or came in no further, is forgotten with all of it if it was made before then; what is open stays")
        void forgottenBefore() {
            open("open", NOON.minusMillis(1));
            open("over", NOON.minusMillis(1));
            open("young", NOON);
            imports.add(file("coming", NOON.minusMillis(1), false, null));
            imports.addChunk("coming", 0, new byte[] {1});
            note("over", new NotedLine(1, Kind.REJECTED, "why", "x"));
            imports.end("over", ImportState.DONE, NOON, null);
            imports.end("young", ImportState.DONE, NOON, null);
            assertThat(imports.forgetBefore(NOON)).isEqualTo(2);
            assertThat(imports.latest(new PageQuery(0, 9)).items())
                    .extracting(ImportFile::id)
                    .containsExactly("young", "open");
            assertThat(imports.noted("over", null, 0, 9)).isEmpty();
            assertThat(imports.chunk("open", 0)).isPresent();
        }
    }
}
