package io.hourglass.batch.rows;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Within a transaction")
class TransactionCacheTest {

    private static final Insert SUPPLIER =
            new Insert(0, "insert into hourglass.supplier (id, name, first_seen_at) values (?, ?, ?)");
    private static final Insert INQUIRY = new Insert(
            1,
            """
            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                policy_version, reply_due_at)
            values ('i', 'b', ?, 'WEB', ?, ?, date '2026-03-02', 1, timestamp with time zone '2026-03-05 12:00:00+00')""");
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    private final OwnTables tables = OwnTables.onH2();
    private final WriteBatch rows = tables.rows();
    private final List<Set<String>> asked = new ArrayList<>();
    private final TransactionCache<String, Integer> lengths = new TransactionCache<>(rows, this::lengthsOf);

    @BeforeEach
    void nothingAsked() {
        asked.clear();
    }

    @Test
    @DisplayName("each key is asked for once, many at a time, and what is not there is remembered too")
    void askedOnce() {
        tables.inTransaction(() -> {
            assertThat(lengths.find(List.of("a", "bb", "none"))).isEqualTo(Map.of("a", 1, "bb", 2));
            assertThat(lengths.find("none")).isEmpty();
            assertThat(lengths.find(List.of("a", "ccc"))).isEqualTo(Map.of("a", 1, "ccc", 3));
            return true;
        });
        assertThat(asked).containsExactly(Set.of("a", "bb", "none"), Set.of("ccc"));
    }

    @Test
    @DisplayName("what was put or changed holds, and what was forgotten is asked for again")
    void told() {
        tables.inTransaction(() -> {
            lengths.put("a", 10);
            lengths.find("none");
            lengths.change(key -> key.equals("none") || key.equals("unasked"), known -> known.orElse(0) + 7);
            assertThat(lengths.find(List.of("a", "none"))).isEqualTo(Map.of("a", 10, "none", 7));
            lengths.forget("a");
            assertThat(lengths.find(List.of("a", "unasked"))).isEqualTo(Map.of("a", 1, "unasked", 7));
            return true;
        });
        assertThat(asked).containsExactly(Set.of("none"), Set.of("a", "unasked"));
    }

    @Test
    @DisplayName("of many keys together nothing is remembered, and what is known already holds for them too")
    void many() {
        var many = IntStream.rangeClosed(0, TransactionCache.REMEMBERED)
                .mapToObj(number -> "k" + number)
                .toList();
        var fewer = many.subList(1, many.size());
        tables.inTransaction(() -> {
            lengths.put("k0", 10);
            assertThat(lengths.find(many)).hasSize(many.size()).containsEntry("k0", 10);
            assertThat(lengths.find(fewer)).hasSize(fewer.size());
            assertThat(lengths.find(fewer)).hasSize(fewer.size());
            return true;
        });
        assertThat(asked).containsExactly(Set.copyOf(fewer), Set.copyOf(fewer));
    }

    @Test
    @DisplayName("nothing is remembered into the next one, nor outside of any")
    void forgottenAtTheEnd() {
        tables.inTransaction(() -> lengths.find("a"));
        tables.inTransaction(() -> lengths.find("a"));
        lengths.put("a", 10);
        assertThat(lengths.find("a")).contains(1);
        assertThat(lengths.find("a")).contains(1);
        assertThat(asked).hasSize(4);
    }

    @Test
    @DisplayName("rows are written before the commit, what others refer to first, and before anybody asks")
    void writtenInTime() {
        tables.marketplaceWith();
        tables.inTransaction(() -> {
            rows.add(INQUIRY, "s", NOON, NOON);
            rows.add(SUPPLIER, "s", null, NOON);
            assertThat(rows.written()).isEqualTo(2);
            assertThat(tables.rowsOf("supplier")).isEqualTo(1);
            rows.add(SUPPLIER, "t", "name", NOON);
            return true;
        });
        assertThat(tables.rowsOf("supplier")).isEqualTo(2);
        assertThat(tables.rowsOf("inquiry")).isEqualTo(1);
    }

    @Test
    @DisplayName("a row that the database refuses refuses the whole transaction")
    void refused() {
        rows.add(SUPPLIER, "s", null, NOON);
        assertThatThrownBy(() -> tables.inTransaction(() -> {
                    rows.add(SUPPLIER, "t", null, NOON);
                    rows.add(SUPPLIER, "s", null, NOON);
                    return true;
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(tables.rowsOf("supplier")).isEqualTo(1);
    }

    private Map<String, Integer> lengthsOf(Set<String> keys) {
        asked.add(Set.copyOf(keys));
        return keys.stream()
                .filter(key -> !key.equals("none"))
                .collect(toMap(key -> key, key -> key.equals("unasked") ? 7 : key.length()));
    }
}
