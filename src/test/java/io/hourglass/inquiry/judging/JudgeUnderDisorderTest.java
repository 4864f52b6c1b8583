package io.hourglass.inquiry.judging;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure names the seed of the history, which is the same for ever. */
@DisplayName("Over thousands of histories the verdicts are the same")
class JudgeUnderDisorderTest {

    private static final int BLOCKS = 4;
    private static final int BLOCK = 500;

    private record Ruling(InquiryRule rule, @Nullable FactId decidingFact, @Nullable InquiryId anchor) {}

    static Stream<Long> blocks() {
        return LongStream.range(0, BLOCKS).map(block -> block * BLOCK).boxed();
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("in whatever order facts and inquiries are told")
    void anyOrder(long block) {
        assertUnchanged(block, Disorder::shuffled);
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("however late facts and inquiries are learned of, up to the next close of books")
    void anyDelay(long block) {
        assertUnchanged(block, Disorder::delayed);
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("when every fact is told twice")
    void toldTwice(long block) {
        assertUnchanged(block, Disorder::toldTwice);
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("whatever occurs or is learned of after the books close")
    void lateFacts(long block) {
        assertUnchanged(block, Disorder::withLateFacts);
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("whatever inquiry is learned of after the books close")
    void lateInquiries(long block) {
        assertUnchanged(block, Disorder::withLateInquiries);
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("at the close of books and at any time after it")
    void closedForEver(long block) {
        forEachHistory(block, history -> {
            var pair = history.pair();
            for (var inquiry : pair) {
                var close = inquiry.clocks().booksClose();
                if (!inquiry.recordedAt().isAfter(close)) {
                    var settled = ruling(pair, inquiry.id(), close);
                    assertThat(ruling(pair, inquiry.id(), history.end())).isEqualTo(settled);
                    assertThat(ruling(pair, inquiry.id(), history.between(close, history.end())))
                            .isEqualTo(settled);
                }
            }
        });
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("day by day, each settled day being fixed input for the next, as all at once")
    void dayByDay(long block) {
        forEachHistory(block, history -> {
            var books = settledDayByDay(history);
            assertThat(rulings(Disorder.settledAs(history.pair(), books), history.end()))
                    .isEqualTo(rulings(history.pair(), history.end()));
        });
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName(
            "from settled days no further back, and inquiries no further ahead, than a chain can reach, and their threads")
    void withinReach(long block) {
        forEachHistory(block, history -> {
            var settled = Disorder.settledAs(history.pair(), settledDayByDay(history));
            for (var inquiry : settled) {
                assertThat(ruling(Disorder.withinReach(settled, inquiry), inquiry.id(), history.end()))
                        .isEqualTo(ruling(history.pair(), inquiry.id(), history.end()));
            }
        });
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("as of any instant, as if what was learned of later did not exist")
    void asOfAnyInstant(long block) {
        forEachHistory(block, history -> {
            var asOf = history.anyTime();
            assertThat(rulings(history.pair(), asOf))
                    .isEqualTo(rulings(Disorder.knownAsOf(history.pair(), asOf), asOf));
        });
    }

    @ParameterizedTest(name = "from seed {0}")
    @MethodSource("blocks")
    @DisplayName("by a second, plainer reading of the rules, at the end and as of any instant")
    void plainReading(long block) {
        forEachHistory(block, history -> {
            assertThat(findings(history.pair(), history.end()))
                    .isEqualTo(PlainReading.of(history.pair(), history.end()));
            for (var times = 0; times < 3; times++) {
                var asOf = history.anyTime();
                assertThat(findings(history.pair(), asOf)).isEqualTo(PlainReading.of(history.pair(), asOf));
            }
        });
    }

    @Test
    @DisplayName("and every rule decides hundreds of times")
    void everyRuleDecides() {
        var decided = new EnumMap<InquiryRule, Integer>(InquiryRule.class);
        blocks().forEach(block -> forEachHistory(block, history -> {
            count(decided, history.pair(), history.end());
            count(decided, history.pair(), history.anyTime());
        }));
        assertThat(decided).containsOnlyKeys(InquiryRule.values());
        assertThat(decided.values()).allSatisfy(times -> assertThat(times).isGreaterThan(200));
    }

    private static Map<InquiryId, InquiryState> settledDayByDay(RandomHistory history) {
        var books = new HashMap<InquiryId, InquiryState>();
        for (var inquiry : history.pair().stream().sorted(CaseFile.BY_RECEIPT).toList()) {
            var settled = Disorder.settledAs(history.pair(), books);
            var state = PairSnapshot.of(settled)
                    .judged(history.end())
                    .judgement(inquiry.id())
                    .state();
            if (state != InquiryState.PENDING) {
                books.put(inquiry.id(), state);
            }
        }
        return books;
    }

    private static void count(Map<InquiryRule, Integer> decided, List<CaseFile> pair, Instant asOf) {
        rulings(pair, asOf).values().forEach(ruling -> decided.merge(ruling.rule(), 1, Integer::sum));
    }

    private static void assertUnchanged(long block, Function<RandomHistory, List<CaseFile>> disorder) {
        forEachHistory(block, history -> {
            var verdicts = rulings(history.pair(), history.end());
            assertThat(rulings(disorder.apply(history), history.end())).containsAllEntriesOf(verdicts);
        });
    }

    private static void forEachHistory(long firstSeed, Consumer<RandomHistory> check) {
        for (var seed = firstSeed; seed < firstSeed + BLOCK; seed++) {
            try {
                check.accept(new RandomHistory(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private static Map<InquiryId, Ruling> rulings(List<CaseFile> pair, Instant asOf) {
        var judged = PairSnapshot.of(pair).judged(asOf);
        return judged.known().stream().collect(toMap(CaseFile::id, inquiry -> ruling(judged, inquiry.id())));
    }

    private static Map<InquiryId, PlainReading.Finding> findings(List<CaseFile> pair, Instant asOf) {
        var judged = PairSnapshot.of(pair).judged(asOf);
        return judged.known().stream().collect(toMap(CaseFile::id, inquiry -> {
            var judgement = judged.judgement(inquiry.id());
            return new PlainReading.Finding(judgement.state(), judgement.decidingFact());
        }));
    }

    private static Ruling ruling(List<CaseFile> pair, InquiryId inquiry, Instant asOf) {
        return ruling(PairSnapshot.of(pair).judged(asOf), inquiry);
    }

    private static Ruling ruling(JudgedPair pair, InquiryId inquiry) {
        var judgement = pair.judgement(inquiry);
        return new Ruling(judgement.rule(), judgement.decidingFact(), judgement.anchor());
    }
}
