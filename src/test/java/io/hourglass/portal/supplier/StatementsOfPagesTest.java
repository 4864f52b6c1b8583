package io.hourglass.portal.supplier;

import static io.hourglass.CountedStatements.statementsIn;
import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("What a supplier's page asks of the database")
class StatementsOfPagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private CountedStatements counted;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"inbox", "rate"})
    @DisplayName("does not grow with what it shows")
    void bounded(String page) {
        receive(0, 2);
        marketplace.pass(Duration.ofDays(6));
        receive(2, 4);
        var few = statementsFor(page);
        receive(4, 18);
        assertThat(statementsFor(page)).isLessThanOrEqualTo(few);
    }

    private void receive(int from, int until) {
        IntStream.range(from, until).forEach(at -> {
            var buyer = new BuyerId("b" + at);
            marketplace.reply(marketplace.inquiry("p" + at, buyer, Marketplace.SUPPLIER, "Pumps", "?"));
            marketplace.inquiry("o" + at, new BuyerId("c" + at), Marketplace.SUPPLIER, "Pumps", "?");
        });
    }

    private int statementsFor(String page) {
        return statementsIn(counted.during(() -> {
            try {
                mvc.perform(get("/suppliers/supplier-1/" + page).with(as(supplier("supplier-1"))))
                        .andExpect(status().isOk());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }));
    }
}
