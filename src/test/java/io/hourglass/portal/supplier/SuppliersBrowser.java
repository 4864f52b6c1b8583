package io.hourglass.portal.supplier;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.supplier;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.access.callers.Caller;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.InquiryId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A supplier at its pages, with an inquiry that waits for it. */
abstract class SuppliersBrowser {

    static final String PAGES = "/suppliers/supplier-1";
    static final String INBOX = PAGES + "/inbox";
    static final String CASE = PAGES + "/inquiries/q";
    static final Caller OWN = supplier("supplier-1");

    @Autowired
    MockMvc mvc;

    @Autowired
    Marketplace marketplace;

    @Autowired
    InquiryFiles files;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anInquiry() {
        marketplace.inquiry(
                "q", Marketplace.BUYER, Marketplace.SUPPLIER, "Hardware/Pumps", "Forty <b>pumps</b>, please");
    }

    String page(Caller caller, String path, String language) throws Exception {
        return mvc.perform(get(path).with(as(caller)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    String page(String path) throws Exception {
        return page(OWN, path, "en");
    }

    ResultActions send(String path, String... form) throws Exception {
        var request = post(URI.create(path)).with(as(OWN)).header("Accept-Language", "en");
        for (var at = 0; at < form.length; at += 2) {
            request.param(form[at], form[at + 1]);
        }
        return mvc.perform(request);
    }

    static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    InquiryState state(String inquiry) {
        return files.open(new InquiryId(inquiry)).judgement().state();
    }

    List<Told> told(InquiryFactKind kind) {
        return facts.toldOf(new InquiryId("q")).stream()
                .filter(told -> told.stored().fact().is(kind))
                .toList();
    }
}
