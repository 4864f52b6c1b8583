package io.hourglass.portal;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.inquiry.Marketplace;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Apart from the lists themselves, since a refusal needs no marketplace. */
@HourglassTest
@DisplayName("The lists of pages as files")
class CsvListsRefusedTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @BeforeEach
    void oneSupplier() {
        marketplace.supplier("supplier-1", "Pumps");
    }

    private MockHttpServletResponse answer(String path, Caller caller) throws Exception {
        return mvc.perform(get(URI.create(path)).with(as(caller)).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/inquiries?as=csv&from=2026-03-03&to=2026-03-02",
                "/audit/inquiries?as=csv&from=soon",
                "/suppliers/supplier-1/inbox?as=csv&from=2026-03-03&to=2026-03-02",
                "/suppliers/supplier-1/inbox?as=csv&state=NONE",
                "/buyers/buyer-1/inquiries?as=csv&from=2026-03-03&to=2026-03-02"
            })
    @DisplayName("are refused with a page that names the rule where the filter breaks one")
    void badFilter(String address) throws Exception {
        var response = answer(
                address,
                address.startsWith("/buyers/")
                        ? buyer("buyer-1")
                        : address.startsWith("/suppliers/") ? supplier("supplier-1") : auditor());
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/audit/inquiries?as=csv, SUPPLIER, 403",
        "/audit/ledger?as=csv, BUYER, 403",
        "/operations/actions?as=csv, BUYER, 403",
        "/operations/incidents?as=csv&list=suspended, SUPPLIER, 403",
        "/settings/accounts?as=csv, SUPPLIER, 403",
        "/settings/keys?as=csv, BUYER, 403",
        "/settings/suppliers?as=csv, SUPPLIER, 403",
        "/settings/suppliers?as=csv&list=suspended, SUPPLIER, 403",
        "/settings/policies/reply?as=csv, SUPPLIER, 403",
        "/settings/policies/none?as=csv, AUDITOR, 404",
        "/settings/calendar?as=csv, BUYER, 403",
        "/suppliers/supplier-2/rate?as=csv&list=trend, SUPPLIER, 404",
        "/suppliers/supplier-2/inbox?as=csv, SUPPLIER, 404",
        "/suppliers/supplier-2/rate?as=csv, SUPPLIER, 404",
        "/suppliers/supplier-2/disputes?as=csv, SUPPLIER, 404",
        "/buyers/buyer-2/inquiries?as=csv, BUYER, 404",
        "/suppliers/nobody/inbox?as=csv, AUDITOR, 404",
        "/audit/numbers?as=csv&supplier=nobody, AUDITOR, 404",
        "/operations/inquiries?as=csv&step=nowhere, AUDITOR, 404"
    })
    @DisplayName("are for those alone who may read the page, and of what there is")
    void permission(String address, String role, int status) throws Exception {
        var caller =
                switch (role) {
                    case "SUPPLIER" -> supplier("supplier-1");
                    case "BUYER" -> buyer("buyer-1");
                    default -> auditor();
                };
        var response = answer(address, caller);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).doesNotStartWith("text/csv");
    }
}
