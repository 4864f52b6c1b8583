package io.hourglass.inquiry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.provisional.ProvisionalFigure;
import io.hourglass.rate.provisional.ProvisionalFigures;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("What rejecting or reporting would do")
class ObjectionsTest {

    @Autowired
    private Objections objections;

    @Autowired
    private ProvisionalFigures figures;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private MockMvc http;

    @BeforeEach
    void twoOfThree() {
        marketplace.reply(of("a"));
        marketplace.reply(of("b"));
        of("open");
    }

    private InquiryId of(String buyer) {
        return marketplace.inquiry(buyer, new BuyerId(buyer), Marketplace.SUPPLIER, marketplace.now(), null);
    }

    private static String of(ProvisionalFigure figure) {
        return figure.timely() + " of " + figure.owed();
    }

    @Test
    @DisplayName("is said beforehand, and comes true: 2 of 3 becomes 2 of 2")
    void comesTrue() throws Exception {
        var open = new InquiryId("open");
        var before = objections.of(open);
        assertThat(of(before.now())).isEqualTo("2 of 3");
        assertThat(of(Objects.requireNonNull(before.rejected()))).isEqualTo("2 of 2");
        assertThat(of(Objects.requireNonNull(before.reported()))).isEqualTo("2 of 2");
        http.perform(get("/api/inquiries/open/objections/outlook"))
                .andExpect(jsonPath("$.now.owed").value(3))
                .andExpect(jsonPath("$.now.rate").value(0.666667))
                .andExpect(jsonPath("$.ifRejected.owed").value(2))
                .andExpect(jsonPath("$.ifRejected.rate").value(1))
                .andExpect(jsonPath("$.ifRejected.change").value("RAISES"))
                .andExpect(jsonPath("$.now.change").doesNotExist());
        marketplace.reject(open, marketplace.now());
        assertThat(figures.of(Marketplace.SUPPLIER.subject())).isEqualTo(before.rejected());
    }

    @Test
    @DisplayName("of an answered inquiry: it can be reported, which takes a timely one out, and not be rejected")
    void answered() {
        var outlook = objections.of(new InquiryId("a"));
        assertThat(outlook.rejected()).isNull();
        assertThat(of(Objects.requireNonNull(outlook.reported()))).isEqualTo("1 of 2");
    }

    @Test
    @DisplayName("of one answered by a machine alone: it can still be rejected")
    void answeredAutomatically() {
        var open = new InquiryId("open");
        marketplace.reply(open, AuthorKind.AUTO_REPLY, marketplace.now());
        assertThat(objections.of(open).rejected()).isNotNull();
    }

    @Test
    @DisplayName("is nothing for one that is out of the rate already")
    void rejected() {
        var open = new InquiryId("open");
        marketplace.reject(open, marketplace.now());
        assertThat(objections.of(open).rejected()).isNull();
        assertThat(objections.of(open).reported()).isNull();
        assertThat(objections.of(open).now()).isEqualTo(figures.of(Marketplace.SUPPLIER.subject()));
    }

    @Test
    @DisplayName("is possible up to the last instant of the window, and not a millisecond later")
    void window() {
        var open = new InquiryId("open");
        marketplace.pass(Duration.ofDays(3));
        assertThat(objections.of(open).rejected()).isNotNull();
        marketplace.pass(Duration.ofMillis(1));
        assertThat(objections.of(open).rejected()).isNull();
        assertThat(objections.of(open).reported()).isNull();
    }

    @Test
    @DisplayName("follows the duplicate that takes the place of the one rejected")
    void duplicate() {
        marketplace.inquiry("again", new BuyerId("open"), Marketplace.SUPPLIER, marketplace.now(), null);
        var anchor = new InquiryId("again");
        var outlook = objections.of(anchor);
        assertThat(of(outlook.now())).isEqualTo("2 of 3");
        assertThat(of(Objects.requireNonNull(outlook.rejected()))).isEqualTo("2 of 3");
    }

    @Test
    @DisplayName("is unknown of an inquiry that is not known")
    void unknown() {
        assertThatThrownBy(() -> objections.of(new InquiryId("none"))).isInstanceOf(NotFound.class);
    }
}
