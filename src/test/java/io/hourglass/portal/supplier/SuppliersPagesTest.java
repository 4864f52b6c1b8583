package io.hourglass.portal.supplier;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.operations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HourglassTest
@DisplayName("A supplier's pages")
class SuppliersPagesTest extends SuppliersBrowser {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {INBOX, CASE, PAGES + "/rate", PAGES + "/disputes"})
    @DisplayName("are there in both languages, without a word missing, and nothing in them is script or style")
    void bothLanguages(String path) throws Exception {
        for (var day = 0; day < 2; day++) {
            for (var language : List.of("en", "zh")) {
                assertThat(page(OWN, path, language))
                        .contains("lang=\"" + language + "\"")
                        .contains("aria-current=\"" + (path.equals(CASE) ? "true" : "page") + "\"")
                        .doesNotContain("??")
                        .doesNotContain("style=")
                        .doesNotContain("<b>pumps");
            }
            marketplace.pass(Duration.ofDays(6));
        }
        assertThat(page(OWN, INBOX, "zh")).contains("待处理询盘");
        assertThat(page(OWN, CASE, "zh")).contains("<span>网站</span>").doesNotContain(">WEB<");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {INBOX, CASE, PAGES + "/rate", PAGES + "/disputes"})
    @DisplayName("are read by operations and auditors, who cannot act on them")
    void readOnly(String path) throws Exception {
        for (var reader : List.of(operations(), auditor())) {
            assertThat(page(reader, path, "en"))
                    .doesNotContain("<textarea")
                    .doesNotContain("method=\"post\" action=\"/suppliers");
        }
    }

    @Test
    @DisplayName("of another supplier, and another's inquiry, are unknown")
    void others() throws Exception {
        marketplace.inquiry("x", Marketplace.BUYER, new SupplierId("other"), marketplace.now(), null);
        for (var path : List.of("/suppliers/other/inbox", PAGES + "/inquiries/x", "/suppliers/other/rate")) {
            mvc.perform(get(path).with(as(OWN))).andExpect(status().isNotFound());
        }
        mvc.perform(get(PAGES + "/inquiries/x").with(as(operations()))).andExpect(status().isNotFound());
        for (var said : List.of("en|There is no such inquiry.", "zh|没有这条询盘。")) {
            var language = said.substring(0, 2);
            mvc.perform(get(PAGES + "/inquiries/x").param("lang", language).with(as(operations())))
                    .andExpect(content().string(containsString(said.substring(3))));
        }
        mvc.perform(get("/suppliers/nobody/inbox").with(as(operations()))).andExpect(status().isNotFound());
        mvc.perform(get(INBOX).with(as(buyer("buyer-1")))).andExpect(status().isForbidden());
        send(INBOX + "/objections", "inquiry", "x", "kind", "REJECTED", "form", "f")
                .andExpect(status().isNotFound());
        assertThat(state("x")).isEqualTo(InquiryState.PENDING);
    }

    @Test
    @DisplayName("begin with the inbox")
    void start() throws Exception {
        mvc.perform(get("/").with(as(OWN))).andExpect(redirectedUrl(INBOX));
    }
}
