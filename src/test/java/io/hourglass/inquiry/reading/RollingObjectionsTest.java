package io.hourglass.inquiry.reading;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.supplier;
import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.provisional.ProvisionalFigures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@TestPropertySource(properties = "hourglass.policy.duplicates=ROLLING_24H")
@DisplayName("Where duplicates reach across midnight, rejecting")
class RollingObjectionsTest {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Objections objections;

    @Autowired
    private ProvisionalFigures figures;

    @Autowired
    private MockMvc http;

    /** An anchor answered through its duplicate, and a day later one that would be that duplicate's. */
    private InquiryId anchor() {
        var anchor = marketplace.inquiry("anchor");
        marketplace.pass(Duration.ofHours(1));
        marketplace.reply(marketplace.inquiry("again"));
        marketplace.passTo(START.plus(Duration.ofHours(24)));
        marketplace.reply(marketplace.inquiry("next-day"));
        return anchor;
    }

    private String page() throws Exception {
        return http.perform(get("/suppliers/supplier-1/inquiries/anchor").with(as(supplier("supplier-1"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("may lower the rate: two answered become one, and the sentence says what the figures say")
    void lowers() throws Exception {
        var anchor = anchor();
        marketplace.inquiry("open", new BuyerId("other"), SUPPLIER, marketplace.now(), null);

        var outlook = objections.of(anchor);
        assertThat(outlook.now().timely() + " of " + outlook.now().owed()).isEqualTo("2 of 3");
        var then = Objects.requireNonNull(outlook.rejected());
        assertThat(then.timely() + " of " + then.owed()).isEqualTo("1 of 2");
        http.perform(get("/api/inquiries/anchor/objections/outlook"))
                .andExpect(jsonPath("$.ifRejected.change").value("LOWERS"));
        assertThat(page()).contains("Rejecting lowers your rate: now 2 of 3 = 66.7 %, then 1 of 2 = 50.0 %.");
        marketplace.reject(anchor, marketplace.now());
        assertThat(figures.of(SUPPLIER.subject())).isEqualTo(then);
    }

    @Test
    @DisplayName("may leave the rate as it is: two of two become one of one")
    void leaves() throws Exception {
        anchor();
        http.perform(get("/api/inquiries/anchor/objections/outlook"))
                .andExpect(jsonPath("$.now.timely").value(2))
                .andExpect(jsonPath("$.ifRejected.timely").value(1))
                .andExpect(jsonPath("$.ifRejected.change").value("LEAVES"));
        assertThat(page())
                .contains("Rejecting leaves your rate as it is: now 2 of 2 = 100.0 %, then 1 of 1 = 100.0 %.");
    }

    @Test
    @DisplayName("raises it where an unanswered one goes, and ends it with the last that counts")
    void raisesAndEnds() throws Exception {
        marketplace.inquiry("anchor", BUYER, SUPPLIER, marketplace.now(), null);
        assertThat(page()).contains("Rejecting leaves you without a rate: now 0 of 1 = 0.0 %, then 0 of 0 = ");
        marketplace.reply(marketplace.inquiry("other", new BuyerId("other"), SUPPLIER, marketplace.now(), null));
        assertThat(page()).contains("Rejecting raises your rate: now 1 of 2 = 50.0 %, then 1 of 1 = 100.0 %.");
    }
}
