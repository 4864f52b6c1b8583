package io.hourglass.portal.search;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.buyer;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.access.web.As.supplier;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.market.profiles.SupplierProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("The one search")
class OneSearchPageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private JdbcTemplate jdbc;

    /** Two inquiries about pumps, to two suppliers, of two buyers. */
    @BeforeEach
    void market() throws Exception {
        marketplace.describe("s-1", new SupplierProfile("Ningbo Flow", "宁波水泵", null, false, List.of(), null));
        marketplace.describe("s-2", new SupplierProfile("Yiwu Metal Co., Ltd", null, null, false, List.of(), null));
        submit("QP-1", "acme", "s-1", "Cooling Pumps", "<caf-17@mail.example>");
        submit("QP-2", "jane", "s-2", "不锈钢离心泵 pump", "<x@y>");
    }

    private void submit(String id, String buyer, String supplier, String subject, String mail) throws Exception {
        mvc.perform(post("/api/inquiries")
                        .contentType(APPLICATION_JSON)
                        .content(
                                """
                                {"id": "%s", "buyer": "%s", "supplier": "%s", "subject": "%s", "text": "t", "messageId": "%s"}"""
                                        .formatted(id, buyer, supplier, subject, mail)))
                .andExpect(status().isCreated());
    }

    private MockHttpServletResponse search(String typed, Caller caller) throws Exception {
        return mvc.perform(get("/search").param("q", typed).with(as(caller)))
                .andReturn()
                .getResponse();
    }

    private String page(String typed, Caller caller) throws Exception {
        var response = search(typed, caller);
        assertThat(response.getStatus()).as(typed).isEqualTo(200);
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void opens(String typed, Caller caller, String address) throws Exception {
        var response = search(typed, caller);
        assertThat(response.getStatus()).as(typed).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo(address);
    }

    @Test
    @DisplayName("opens a single hit, whatever it is found by, each reader on its own page")
    void single() throws Exception {
        for (var typed : List.of("cool", "QP-1", "caf-17", "<CAF-17@mail.example>", "qp ningbo")) {
            opens(typed, auditor(), "/inquiries/QP-1/trace");
        }
        opens("离心泵", operations(), "/inquiries/QP-2/trace");
        opens("cooling", supplier("s-1"), "/suppliers/s-1/inquiries/QP-1");
        opens("cooling", buyer("acme"), "/buyers/acme/inquiries/QP-1");
        marketplace.describe("s-3", new SupplierProfile("Quiet Works", null, null, false, List.of(), null));
        opens("quiet", operations(), "/suppliers/s-3/rate");
        opens("quiet", buyer("acme"), "/buyers/acme/new-inquiry?supplier=s-3");
    }

    @Test
    @DisplayName("shows several hits by kind, inquiries by the names of those between whom they are too")
    void several() throws Exception {
        assertThat(page("PUMP", auditor())).contains("Cooling Pumps", "离心泵", "/inquiries/QP-2/trace");
        assertThat(page("ning", auditor()))
                .contains("Ningbo Flow", "/suppliers/s-1/rate", "/inquiries/QP-1/trace")
                .doesNotContain("QP-2");
        assertThat(page("宁波", auditor())).contains("Ningbo Flow", "QP-1");
        assertThat(page("yiwu metal co ltd", auditor())).contains("QP-2").doesNotContain("QP-1");
        assertThat(page("acm", operations()))
                .contains("/buyers/acme/inquiries", "1 inquiry", "QP-1")
                .doesNotContain("QP-2");
    }

    @Test
    @DisplayName("opens what has the very id that was typed, though others are found by it, and shows parties first")
    void itself() throws Exception {
        for (var number : IntStream.range(0, 7).toArray()) {
            submit("QP-1" + number, "acme", "s-1", "Pump of type " + (char) ('a' + number), "<m" + number + "@x>");
        }
        opens("QP-1", auditor(), "/inquiries/QP-1/trace");
        opens("s-1", operations(), "/suppliers/s-1/rate");
        opens("acme", operations(), "/buyers/acme/inquiries");
        opens("QP-1", supplier("s-1"), "/suppliers/s-1/inquiries/QP-1");
        assertThat(page("QP-2 ", supplier("s-1"))).contains("Nothing was found");
        var shown = page("ningb", operations());
        assertThat(shown.indexOf("/suppliers/s-1/rate")).isPositive().isLessThan(shown.indexOf("/inquiries/QP-1"));
    }

    @Test
    @DisplayName("takes a whole name in Chinese, a long subject and a whole Message-ID")
    void whole() throws Exception {
        var name = "宁波市海曙区流体控制设备有限公司";
        var mail = "<VI1PR0402MB3456-11e9.b2c3.d4-e5-f6-a7-b8-c9@eu.prod.mail.rotterdam-imports.example.co.uk>";
        var subject = "Two hundred pumps of cast iron for our new plant in Rotterdam, by the end of May, please";
        marketplace.describe("s-9", new SupplierProfile(name, null, null, false, List.of(), null));
        submit("QP-9", "jane", "s-2", subject, mail);
        opens(name, buyer("acme"), "/buyers/acme/new-inquiry?supplier=s-9");
        opens(mail, auditor(), "/inquiries/QP-9/trace");
        opens(subject, auditor(), "/inquiries/QP-9/trace");
        assertThat(page(name.replace("流体", "流量"), auditor())).contains("Nothing was found");
    }

    @Test
    @DisplayName("finds a dispute by its id")
    void disputes() throws Exception {
        var received = marketplace.now();
        marketplace.pass(Duration.ofDays(4));
        dispute("QP-1", "Case/9", received);
        opens("case 9", auditor(), "/audit/disputes/Case%2F9");
    }

    @Test
    @DisplayName(
            "finds a supplier its own disputes by their ids, on the page of their inquiry; another, and the buyer, none")
    void ownDisputes() throws Exception {
        var received = marketplace.now();
        submit("QP-3", "jo", "s-1", "Taps", "<t@y>");
        marketplace.pass(Duration.ofDays(4));
        dispute("QP-1", "Case/9", received);
        opens("case 9", supplier("s-1"), "/suppliers/s-1/inquiries/QP-1#disputes");
        assertThat(page("", supplier("s-1"))).contains("/suppliers/s-1/inquiries/QP-1#disputes", "Case/9");
        for (var other : List.of(supplier("s-2"), buyer("acme"))) {
            assertThat(page("case 9", other)).contains("Nothing was found").doesNotContain("Case/9");
            assertThat(page("", other)).doesNotContain("Case/9");
        }
        dispute("QP-3", "Case/10", received);
        assertThat(page("case", supplier("s-1"))).contains("Case/9", "Case/10");
        var list = mvc.perform(get("/search?q=case&in=disputes").with(as(supplier("s-1"))))
                .andReturn()
                .getResponse();
        assertThat(list.getContentAsString()).contains("Case/10");
    }

    private void dispute(String inquiry, String id, Instant replied) throws Exception {
        mvc.perform(post("/api/inquiries/" + inquiry + "/disputes")
                        .with(as(supplier("s-1")))
                        .contentType(APPLICATION_JSON)
                        .content(
                                """
                                {"id": "%s", "evidence": "It shows.",
                                 "claim": {"kind": "REPLIED", "occurredAt": "%s", "author": "HUMAN"}}"""
                                        .formatted(id, replied)))
                .andExpect(status().isCreated());
    }

    @Test
    @DisplayName("gives a party its own alone, and no sign of what others have")
    void own() throws Exception {
        assertThat(page("yiwu", supplier("s-1"))).contains("Nothing was found");
        for (var typed : List.of("离心", "QP-2", "jane", "x@y", "<x@y>")) {
            assertThat(page(typed, supplier("s-1")))
                    .contains("Nothing was found")
                    .doesNotContain("/QP-2", "More than");
            assertThat(page(typed, buyer("acme"))).contains("Nothing was found").doesNotContain("/QP-2", "More than");
        }
        opens("pump", supplier("s-1"), "/suppliers/s-1/inquiries/QP-1");
        opens("pump", buyer("jane"), "/buyers/jane/inquiries/QP-2");
        assertThat(page("", supplier("s-1"))).contains("Cooling Pumps").doesNotContain("QP-2", "jane");
        assertThat(page("s", buyer("acme")))
                .contains("Ningbo Flow", "Yiwu Metal")
                .doesNotContain("QP-2");
    }

    @Test
    @DisplayName(
            "shows the newest of all kinds where nothing was typed, and says what is searched where nothing is found")
    void nothing() throws Exception {
        assertThat(page(" ", auditor())).contains("QP-1", "QP-2", "Ningbo Flow", "/buyers/jane/inquiries");
        assertThat(page("zirconium", auditor())).contains("Nothing was found for “zirconium”", "Suppliers: by name");
        assertThat(page("<b>%_'\\", auditor())).doesNotContain("<b>%").contains("&lt;b&gt;%");
    }

    @Test
    @DisplayName("shows five of a kind, and pages of them on a list of their own")
    void pages() throws Exception {
        for (var number : IntStream.range(0, 60).toArray()) {
            marketplace.describe(
                    "t-" + number, new SupplierProfile("Many " + number, null, null, false, List.of(), null));
        }
        assertThat(page("many", auditor()).split("class=\"hit\"", -1)).hasSize(6);
        assertThat(page("many", auditor())).contains("/suppliers?q=many");
        assertThat(page("many &+", auditor())).contains("Many 1").doesNotContain("<li>None");
        assertThat(page("many", buyer("acme"))).contains("/search?q=many&amp;in=suppliers");
        var list = mvc.perform(get("/search?q=many&in=suppliers&page=1").with(as(auditor())))
                .andReturn()
                .getResponse();
        assertThat(list.getContentAsString().split("class=\"hit\"", -1)).hasSize(11);
        assertThat(search("many", supplier("s-1")).getContentAsString()).doesNotContain("Many 1");
        for (var wrong : List.of("/search?in=x", "/search?in=suppliers&page=-1")) {
            assertThat(mvc.perform(get(wrong).with(as(auditor())))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(400);
        }
    }

    private static String words(int number) {
        return IntStream.range(10, 10 + number).mapToObj(Integer::toString).collect(joining(" "));
    }

    @Test
    @DisplayName("says what it cannot search for, with what was typed")
    void wrong() throws Exception {
        for (var typed : List.of("x".repeat(201), words(41), "a\u0000b")) {
            var response = search(typed, auditor());
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.getContentAsString()).contains("at most 200 characters");
        }
        assertThat(search(words(40), auditor()).getStatus()).isEqualTo(200);
        assertThat(search("x".repeat(200), auditor()).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("finds by a name that more than a thousand suppliers have only beside another word of it, and says so")
    void commonNames() throws Exception {
        var at = UtcColumn.of(marketplace.now());
        jdbc.batchUpdate(
                "insert into hourglass.supplier (id, name, terms, first_seen_at) values (?, 'A Ltd', 'a ltd', ?)",
                Stream.iterate(0, i -> i + 1)
                        .limit(1000)
                        .map(i -> new Object[] {"ltd-" + i, at})
                        .toList());
        assertThat(page("ltd", auditor())).contains("More than 1,000 suppliers or buyers are called ltd");
        assertThat(page("ltd", auditor())).doesNotContain("/inquiries/QP-2/trace");
        assertThat(page("metal ltd", auditor())).contains("/inquiries/QP-2/trace", "More than 1,000");
        opens("ltd", supplier("s-2"), "/suppliers/s-2/inquiries/QP-2");
    }

    @Test
    @DisplayName("is in the header of every page of those who have signed in, in their language")
    void header() throws Exception {
        var zh = mvc.perform(
                        get("/audit/ledger").header("Accept-Language", "zh").with(as(auditor())))
                .andReturn()
                .getResponse();
        assertThat(new String(zh.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("action=\"/search\"", "id=\"search\"", "placeholder=\"搜索\"");
    }

    @Test
    @DisplayName("offers suppliers by name while one types")
    void suggestions() throws Exception {
        var offered = mvc.perform(get("/search/suppliers").param("q", "NING").with(as(buyer("acme"))))
                .andReturn()
                .getResponse();
        assertThat(offered.getContentAsString()).isEqualTo("<option value=\"s-1\">Ningbo Flow</option>");
    }
}
