package io.hourglass.inquiry.lists;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.SettledInquiries.Counted;
import io.hourglass.inquiry.lists.SupplierCases.Asked;
import io.hourglass.inquiry.lists.SupplierCases.SupplierCase;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.PageQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A supplier's work list")
class SupplierCasesTest {

    private static final int DAYS = 45;
    private static final int A_DAY = 4;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = FIRST.plusDays(DAYS);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SupplierCases cases;

    @Autowired
    private CountedInquiries counted;

    @Autowired
    private JudgedInquiries judged;

    @Autowired
    private Facts facts;

    private final Random random = new Random(417);

    /** Some answered, rejected, written again on the same day, or learned of after their day was locked. */
    private void live() {
        for (var day = 0; day < DAYS; day++) {
            for (var number = 0; number < A_DAY; number++) {
                one("q" + day + "-" + number);
            }
            marketplace.pass(Duration.ofDays(1));
        }
    }

    private void one(String id) {
        var buyer = new BuyerId("b" + random.nextInt(6));
        var ago = random.nextInt(8) == 0 ? Duration.ofDays(random.nextInt(9)) : Duration.ofMinutes(random.nextInt(5));
        var inquiry = marketplace.inquiry(
                id, buyer, Marketplace.SUPPLIER, marketplace.now().minus(ago), null);
        switch (random.nextInt(5)) {
            case 0, 1 -> marketplace.reply(inquiry);
            case 2 -> marketplace.reject(inquiry, marketplace.now());
            case 3 -> marketplace.reply(inquiry, AuthorKind.AUTO_REPLY, marketplace.now());
            default -> {
                // it waits
            }
        }
    }

    private List<InquiryInPair> all(LocalDate from, LocalDate to) {
        return judged.ofSupplier(Marketplace.SUPPLIER, from, to);
    }

    private static List<String> inOrder(List<InquiryInPair> all, @Nullable InquiryState state) {
        Comparator<InquiryInPair> latest = comparing(
                        (InquiryInPair one) -> one.inquiry().day())
                .thenComparing(one -> one.inquiry().receivedAt())
                .reversed();
        var waiting = all.stream()
                .filter(one -> one.judgement().state() == InquiryState.PENDING)
                .sorted(comparing(
                                (InquiryInPair one) -> one.judgement().clocks().replyDeadline())
                        .thenComparing(one -> one.inquiry().id()));
        var others = all.stream()
                .filter(one -> one.judgement().state() != InquiryState.PENDING)
                .sorted(latest.thenComparing(one -> one.inquiry().id()));
        return Stream.concat(waiting, others)
                .filter(one -> state == null || one.judgement().state() == state)
                .map(one -> one.inquiry().id().value())
                .toList();
    }

    private List<String> pages(Asked asked, int size) {
        var found = new ArrayList<String>();
        List<SupplierCase> items;
        var page = 0;
        do {
            items = cases.of(asked, new PageQuery(page++, size)).page().items();
            items.forEach(one -> found.add(one.inquiry().id().value()));
        } while (!items.isEmpty());
        return found;
    }

    private void requireSame(LocalDate from, LocalDate to) {
        var all = all(from, to);
        var any = new Asked(Marketplace.SUPPLIER, null, from, to, null);
        assertThat(cases.of(any, new PageQuery(0, 7)).states())
                .isEqualTo(
                        all.stream().collect(groupingBy(one -> one.judgement().state(), summingInt(one -> 1))));
        Stream.concat(Stream.of((InquiryState) null), Arrays.stream(InquiryState.values()))
                .forEach(state -> {
                    var asked = new Asked(Marketplace.SUPPLIER, state, from, to, null);
                    var expected = inOrder(all, state);
                    assertThat(pages(asked, 7))
                            .as(from + " " + to + " " + state)
                            .isEqualTo(expected);
                    assertThat(cases.idsOf(asked)).extracting(InquiryId::value).isEqualTo(expected);
                    assertThat(cases.of(asked, new PageQuery(0, 1)).page().countedTotal())
                            .isEqualTo(expected.size());
                });
        var said = all.stream()
                .filter(one -> one.inquiry().buyer().value().equals("b3"))
                .toList();
        assertThat(pages(new Asked(Marketplace.SUPPLIER, null, from, to, "b3"), 5))
                .isEqualTo(inOrder(said, null));
    }

    @Test
    @DisplayName("is the same, page by page, as if all its inquiries were judged at once, in any state and of any days")
    void asJudged() {
        live();
        requireSame(FIRST.minusDays(9), TODAY);
        requireSame(FIRST.minusDays(9), TODAY.minusDays(6));
        requireSame(TODAY.minusDays(SupplierCases.USUAL_DAYS - 1L), TODAY);
        requireSame(TODAY.minusDays(2), TODAY);
        assertThat(all(FIRST.minusDays(9), TODAY))
                .extracting(one -> one.judgement().state())
                .contains(
                        InquiryState.OUT_OF_BOOKS,
                        InquiryState.DUPLICATE,
                        InquiryState.PENDING,
                        InquiryState.TIMELY,
                        InquiryState.REJECTED,
                        InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("counts the same of the usual days, with who answered, as if all were judged at once")
    void counted() {
        live();
        var expected = all(TODAY.minusDays(SupplierCases.USUAL_DAYS - 1L), TODAY).stream()
                .filter(one -> one.judgement().state().countable())
                .map(one -> new Counted(
                        one.inquiry().receivedAt(),
                        one.inquiry().category(),
                        account(one.judgement().decidingFact()),
                        one.judgement().state()))
                .toList();
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(counted.of(Marketplace.SUPPLIER)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private @Nullable String account(@Nullable FactId fact) {
        return fact == null
                ? null
                : facts.find(fact).map(stored -> stored.actor()).orElse(null);
    }

    @Test
    @DisplayName("has nothing on a page after its last, unless the last is asked for then")
    void lastPage() {
        live();
        var asked = new Asked(Marketplace.SUPPLIER, null, null, null, null);
        assertThat(cases.of(asked, new PageQuery(1_000, 20)).page().items()).isEmpty();
        var last = cases.ofLastAtMost(asked, new PageQuery(1_000, 20)).page();
        assertThat(last.query().page()).isEqualTo((last.countedTotal() - 1) / 20);
        assertThat(last.items()).hasSize((last.countedTotal() - 1) % 20 + 1);
    }
}
