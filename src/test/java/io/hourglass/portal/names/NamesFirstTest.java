package io.hourglass.portal.names;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.web.As;
import io.hourglass.chat.Chats;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.buyers.NameBuyer.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("A buyer on pages")
class NamesFirstTest {

    private static final BuyerId ROTTERDAM = new BuyerId("b-1");
    private static final BuyerId LYON = new BuyerId("b-2");
    private static final SupplierId S1 = new SupplierId("s-1");
    private static final SupplierId S2 = new SupplierId("s-2");
    private static final String LONG = "6f1e2c3d-0000-4000-8000-1234567890ab";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private NameBuyer naming;

    @BeforeEach
    void inquiries() {
        naming.name(new Named(ROTTERDAM, "Rotterdam & Söhne"));
        marketplace.inquiry(LONG, ROTTERDAM, S1, marketplace.now(), null);
        marketplace.inquiry("q2", LYON, S2, marketplace.now(), null);
    }

    /** Without the ids that forms are given: those may have any letters in them. */
    private String page(Caller reader, String path) throws Exception {
        return mvc.perform(get(path).with(as(reader)).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("name=\"form\"( form=\"[a-z]+\")? value=\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/inquiries?buyer=b-1",
                "/inquiries/" + LONG + "/trace",
                "/operations/inquiries?process=inquiry&step=KeepCaseOpen",
                "/suppliers/s-1/inbox",
                "/suppliers/s-1/inquiries/" + LONG,
                "/search?q=rott&in=inquiries"
            })
    @DisplayName("is called by its name, with its id behind it")
    void named(String path) throws Exception {
        var page = page(As.operations(), path);
        assertThat(page).contains("Rotterdam &amp; Söhne").doesNotContain("??");
        if (!path.startsWith("/search")) {
            assertThat(page)
                    .containsPattern("Rotterdam &amp; Söhne</(a|span)> <small class=\"id\" dir=\"auto\">b-1</small>");
        }
        assertThat(page(
                        As.operations(),
                        path.replace("b-1", "b-2").replace(LONG, "q2").replace("s-1", "s-2")))
                .as("one without a name by its id, once")
                .doesNotContain("<small class=\"id\" dir=\"auto\">b-2</small>");
    }

    @Test
    @DisplayName("is named to the suppliers of its own inquiries and to itself, and to no other party")
    void parties() throws Exception {
        for (var path : List.of("/suppliers/s-1/inbox", "/suppliers/s-1/inquiries/" + LONG)) {
            assertThat(page(As.supplier("s-1"), path)).contains("Rotterdam &amp; Söhne");
        }
        assertThat(page(As.buyer("b-1"), "/account")).contains("Rotterdam &amp; Söhne");
        for (var path : List.of("/suppliers/s-2/inbox", "/suppliers/s-2/inquiries/q2", "/search?q=rotterdam")) {
            assertThat(page(As.supplier("s-2"), path)).doesNotContain("Söhne", "b-1");
        }
        for (var path : List.of("/buyers/b-2/inquiries", "/account", "/search?q=rotterdam")) {
            assertThat(page(As.buyer("b-2"), path)).doesNotContain("Söhne", "b-1");
        }
    }

    @Test
    @DisplayName("has a long id in part, whole in its title and to be copied; short ones are whole")
    void ids() throws Exception {
        assertThat(page(As.auditor(), "/audit/inquiries?buyer=b-1"))
                .containsPattern("<a class=\"id long\" href=\"/inquiries/" + LONG + "/trace\" title=\"" + LONG
                        + "\" data-id=\"" + LONG + "\">" + LONG + "</a>");
        assertThat(page(As.auditor(), "/audit/inquiries?buyer=b-2"))
                .contains("<a class=\"id\" href=\"/inquiries/q2/trace\">q2</a>");
    }

    @Test
    @DisplayName("has the id of a consultation by its day and a part of the rest: all of a day's begin alike")
    void idsOfConsultations() throws Exception {
        var id = chats.asks(Chats.ANNA).id().value();
        assertThat(page(As.supplier(Chats.SHOP.value()), "/suppliers/shop-1/chat"))
                .contains("title=\"" + id + "\" data-id=\"" + id + "\"")
                .containsPattern("<a class=\"id long dated\"[^>]*>" + id + "</a>");
    }
}
