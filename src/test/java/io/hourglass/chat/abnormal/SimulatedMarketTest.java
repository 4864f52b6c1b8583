package io.hourglass.chat.abnormal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On a simulated market of three weeks")
class SimulatedMarketTest {

    private static final long SEED = 19;
    private static final int EACH = 100;

    /** So many of one kind. */
    private record Kind(String name, int number, Consumer<SimulatedBuyer> does) {

        List<String> caught(long seed) {
            return IntStream.range(0, number)
                    .mapToObj(at -> name + "-" + at)
                    .filter(buyer -> isCaught(buyer, seed))
                    .toList();
        }

        private boolean isCaught(String name, long seed) {
            var buyer = new SimulatedBuyer(name, seed ^ ((long) name.hashCode() << 20));
            does.accept(buyer);
            return !new BuyerWatch(AbnormalFigures.usual(), buyer.id, buyer.registeredAt)
                    .seeAll(buyer.acts)
                    .isEmpty();
        }
    }

    private static final List<Kind> HONEST = List.of(
            new Kind("ordinary", 5600, SimulatedBuyer::ordinary),
            new Kind("greets-ten-shops", 1000, SimulatedBuyer::greetsTenShops),
            new Kind("compares", 1000, SimulatedBuyer::compares),
            new Kind("asks-for-quotations", 400, SimulatedBuyer::asksForQuotations),
            new Kind("resells", 200, SimulatedBuyer::resells),
            new Kind("quarrels", 600, SimulatedBuyer::quarrels),
            new Kind("new-and-blocked-by-one-shop", 400, SimulatedBuyer::isNewAndBlockedByOneShop),
            new Kind("writes-twenty-lines", 400, SimulatedBuyer::writesTwentyLines),
            new Kind("writes-at-night", 400, SimulatedBuyer::writesAtNight));

    private static final List<Kind> ABUSIVE = List.of(
            new Kind("bursts", EACH, SimulatedBuyer::bursts),
            new Kind("advertises", EACH, SimulatedBuyer::advertises),
            new Kind("thrown-away", EACH, buyer -> buyer.isThrownAway(2, 8)));

    private static final List<Kind> BELOW_THE_FIGURES = List.of(
            new Kind("thrown-away-blocked-once", EACH, buyer -> buyer.isThrownAway(0, 1)),
            new Kind("advertises-slowly", EACH, SimulatedBuyer::advertisesSlowly),
            new Kind("advertises-in-other-words", EACH, SimulatedBuyer::advertisesInOtherWords));

    @Test
    @DisplayName("none of 10,000 honest buyers is caught, and of 600 abusive ones the 300 that do what the rules name")
    void honestAndAbusive() {
        assertThat(HONEST.stream().mapToInt(Kind::number).sum()).isEqualTo(10_000);
        assertThat(HONEST)
                .allSatisfy(
                        kind -> assertThat(kind.caught(SEED)).as(kind.name()).isEmpty());
        assertThat(ABUSIVE)
                .allSatisfy(
                        kind -> assertThat(kind.caught(SEED)).as(kind.name()).hasSize(EACH));
        assertThat(BELOW_THE_FIGURES)
                .allSatisfy(
                        kind -> assertThat(kind.caught(SEED)).as(kind.name()).isEmpty());
    }
}
