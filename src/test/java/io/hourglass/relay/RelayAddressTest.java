package io.hourglass.relay;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.web.As;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.relay.addresses.RelayAddresses;
import java.util.Locale;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The relay address of an inquiry")
class RelayAddressTest {

    private static final String ONE = "inquiry-[0-9a-v]{24}@relay\\.example";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RelayAddresses addresses;

    private String address;

    @BeforeEach
    void inquiries() {
        Stream.of("i-1", "i-2")
                .forEach(id -> marketplace.inquiry(id, Marketplace.BUYER, Marketplace.SUPPLIER, "Pumps", "Hello"));
        address = addresses.of(new InquiryId("i-1")).orElseThrow();
    }

    @Test
    @DisplayName("leads back to it alone, in small letters and capitals")
    void back() {
        assertThat(address).matches(ONE);
        assertThat(addresses.of(new InquiryId("i-2")).orElseThrow())
                .matches(ONE)
                .isNotEqualTo(address);
        Stream.of(address, address.toUpperCase(Locale.ROOT), " " + address + " ")
                .forEach(one -> assertThat(addresses.inquiryAt(one)).hasValue(new InquiryId("i-1")));
    }

    @Test
    @DisplayName("of another domain, changed or of no inquiry leads nowhere")
    void nowhere() {
        assertThat(addresses.of(new InquiryId("none"))).isEmpty();
        Stream.of(
                        "",
                        "@",
                        "@relay.example",
                        "inquiry-@relay.example",
                        "inquiry-" + "0".repeat(24) + "@relay.example",
                        "x" + address,
                        address.replace("relay.example", "relay.example.net"),
                        address.replace("@relay", "@other"),
                        address.replace("inquiry-", ""),
                        address.replace("@", "+x@"))
                .forEach(one -> assertThat(addresses.inquiryAt(one)).isEmpty());
    }

    @Test
    @DisplayName("is shown to its supplier, to operations and to systems")
    void shown() throws Exception {
        for (var who :
                new Caller[] {As.supplier(Marketplace.SUPPLIER.value()), As.operations(), As.integration(Scope.READ)}) {
            mvc.perform(get("/api/inquiries/i-1").with(as(who)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.replyAddress").value(address));
        }
        mvc.perform(get("/suppliers/{s}/inquiries/i-1", Marketplace.SUPPLIER.value())
                        .with(as(As.supplier(Marketplace.SUPPLIER.value()))))
                .andExpect(content().string(Matchers.containsString(address)));
    }

    @Test
    @DisplayName("is not shown to its buyer, nor to an auditor")
    void hidden() throws Exception {
        for (var who : new Caller[] {As.buyer(Marketplace.BUYER.value()), As.auditor()}) {
            mvc.perform(get("/api/inquiries/i-1").with(as(who)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.not(Matchers.containsString("relay.example"))));
        }
        mvc.perform(get("/buyers/{b}/inquiries/i-1", Marketplace.BUYER.value())
                        .with(as(As.buyer(Marketplace.BUYER.value()))))
                .andExpect(content().string(Matchers.not(Matchers.containsString("relay.example"))));
    }
}
