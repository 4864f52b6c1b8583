package io.hourglass.inquiry.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.buyers.NameBuyer.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@HourglassTest
@DisplayName("By the name of a buyer")
class BuyersNamesInSearchTest {

    private static final SupplierId S1 = new SupplierId("s-1");
    private static final SupplierId S2 = new SupplierId("s-2");
    private static final BuyerId ROTTERDAM = new BuyerId("b-1");
    private static final BuyerId LYON = new BuyerId("b-2");

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SearchInquiries search;

    @Autowired
    private NameBuyer naming;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void inquiries() {
        naming.name(new Named(ROTTERDAM, "Rotterdam Pumpen 鹿特丹"));
        naming.name(new Named(LYON, "Pompes de Lyon"));
        marketplace.inquiry("q1", ROTTERDAM, S1, marketplace.now(), null);
        marketplace.inquiry("q2", LYON, S1, marketplace.now(), null);
        marketplace.inquiry("q3", ROTTERDAM, S2, marketplace.now(), null);
    }

    private List<String> found(String typed, @Nullable BuyerId buyer, @Nullable SupplierId supplier) {
        var wanted = Wanted.builder().buyer(buyer).supplier(supplier).build();
        return search.find(search.read(typed, wanted).sought(), wanted, new PageQuery(0, 10)).items().stream()
                .map(one -> one.inquiry().id().value())
                .sorted()
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "rott, q1 q3",
        "PUMPEN rotterdam, q1 q3",
        "鹿特, q1 q3",
        "lyon, q2",
        "rotterdam lyon, ''",
        "otterdam, ''",
        "rotterdam s-2, q3"
    })
    @DisplayName("inquiries are found: beginnings of its words, in any case, two Chinese characters too")
    void words(String typed, String expected) {
        assertThat(String.join(" ", found(typed, null, null))).isEqualTo(expected);
    }

    @Test
    @DisplayName("a supplier finds its own inquiries alone, and a buyer its own")
    void parties() {
        assertThat(found("rotterdam", null, S1)).containsExactly("q1");
        assertThat(found("lyon", null, S2)).isEmpty();
        assertThat(found("rotterdam", LYON, null)).isEmpty();
        assertThat(found("lyon", LYON, null)).containsExactly("q2");
    }

    @Test
    @DisplayName("the buyer itself is found, with how many inquiries it has sent")
    void buyers() {
        assertThat(search.buyers("rotterdam", new PageQuery(0, 10)).items())
                .containsExactly(new SearchInquiries.FoundBuyer(ROTTERDAM, 2));
        assertThat(search.buyers("p", new PageQuery(0, 10)).items()).hasSize(2);
    }

    @Test
    @DisplayName("a supplier with many inquiries finds by the names of its buyers what one with few does")
    void ofMany() {
        var at = UtcColumn.of(marketplace.now());
        jdbc.batchUpdate(
                """
                insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                    policy_version, reply_due_at)
                values (?, 'b', ?, 'WEB', ?, ?, date '2026-03-01', 1, ?)""",
                IntStream.rangeClosed(0, 2000)
                        .mapToObj(number -> new Object[] {"m" + number, S1.value(), at, at, at})
                        .toList());
        assertThat(found("rotterdam", null, S1)).containsExactly("q1");
        common();
    }

    @Test
    @DisplayName("what more than a thousand others are called hides nothing from a supplier")
    void common() {
        for (var at = 0; at <= SearchInquiries.MAX_NAMES; at++) {
            naming.name(new Named(new BuyerId("other-" + at), "Rotterdam " + at));
        }
        assertThat(search.read("rotterdam", Wanted.builder().supplier(S1).build())
                        .commonNames())
                .isEmpty();
        assertThat(found("rotterdam", null, S1)).containsExactly("q1");
        assertThat(search.read("rotterdam", Wanted.builder().build()).commonNames())
                .containsExactly("rotterdam");
        assertThat(found("rotterdam pumpen", null, null)).containsExactly("q1", "q3");
    }
}
