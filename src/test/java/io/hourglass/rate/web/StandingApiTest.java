package io.hourglass.rate.web;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Standing")
class StandingApiTest {

    private static final String STANDING = "/api/suppliers/supplier-1/standing";
    private static final Instant DAY_CLOSES = Instant.parse("2026-03-06T16:00:00Z");
    private static final String RULES =
            """
            {"inForceFrom": "%s", "gatePercent": 60, "minimumSample": 1, "newcomerSample": 3,
             "exposureLeast": 0.5, "exposureNeutral": 1, "exposureMost": 1.5, "displayMandatoryFrom": "2026-03-05"}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    /** On 2 March: supplier-1 answers two of three; supplier-2 rejects its only one; "all" answers its only one. */
    @BeforeEach
    void aDay() {
        marketplace.reply(from("b1", "timely-1", SUPPLIER));
        marketplace.reply(from("b2", "timely-2", SUPPLIER));
        from("b3", "unanswered", SUPPLIER);
        marketplace.reject(from("b1", "rejected", new SupplierId("supplier-2")), START);
        marketplace.reply(from("b1", "only", new SupplierId("all,\"ok\"")));
    }

    private InquiryId from(String buyer, String id, SupplierId supplier) {
        return marketplace.inquiry(id, new BuyerId(buyer), supplier, START, null);
    }

    private ResultActions read(String path) throws Exception {
        return mvc.perform(get(path));
    }

    private ResultActions show(String json) throws Exception {
        return mvc.perform(put("/api/suppliers/supplier-1/display")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private ResultActions set(String rules) throws Exception {
        return mvc.perform(post("/api/standing-policies")
                .contentType(MediaType.APPLICATION_JSON)
                .content(rules));
    }

    @Test
    @DisplayName("says rate, sample and interval of the latest number; two of three opens nothing")
    void standing() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read(STANDING)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.on").value("2026-03-07"))
                .andExpect(jsonPath("$.status").value("PUBLISHED"))
                .andExpect(jsonPath("$.timely").value(2))
                .andExpect(jsonPath("$.countable").value(3))
                .andExpect(jsonPath("$.rate").value(0.666667))
                .andExpect(jsonPath("$.lowerBound").value(0.207659))
                .andExpect(jsonPath("$.upperBound").value(0.938509))
                .andExpect(jsonPath("$.rfqOpen").value(false))
                .andExpect(jsonPath("$.proven").value(false))
                .andExpect(jsonPath("$.timelyMissing").value(1))
                .andExpect(jsonPath("$.countableMissing").value(0))
                .andExpect(jsonPath("$.exposureWeight").value(1.0))
                .andExpect(jsonPath("$.display").value("SHOWN"))
                .andExpect(jsonPath("$.policyVersion").value(1));
    }

    @Test
    @DisplayName(
            "without a number claims nothing: no rate, no interval, no right, a neutral weight; all of the sample is missing to the gate")
    void noData() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read("/api/suppliers/supplier-2/standing")
                .andExpect(jsonPath("$.status").value("NO_DATA"))
                .andExpect(jsonPath("$", hasEntry(is("rate"), nullValue())))
                .andExpect(jsonPath("$", hasEntry(is("lowerBound"), nullValue())))
                .andExpect(jsonPath("$.rfqOpen").value(false))
                .andExpect(jsonPath("$.countableMissing").value(1))
                .andExpect(jsonPath("$.exposureWeight").value(1.0));
    }

    @Test
    @DisplayName("stays that of the last numbers while those of a new date are not out")
    void lastNumbers() throws Exception {
        read(STANDING).andExpect(jsonPath("$.status").value("NOT_PUBLISHED"));
        marketplace.passTo(DAY_CLOSES.plus(Duration.ofHours(23)));
        read(STANDING).andExpect(jsonPath("$.on").value("2026-03-07"));
        marketplace.passTo(DAY_CLOSES.plus(Duration.ofDays(2)));
        read(STANDING)
                .andExpect(jsonPath("$.on").value("2026-03-09"))
                .andExpect(jsonPath("$.countable").value(3));
    }

    @Test
    @DisplayName("of a supplier that there is none of is 404")
    void unknown() throws Exception {
        read("/api/suppliers/nobody/standing").andExpect(status().isNotFound());
        read("/badges/nobody/badge.svg").andExpect(status().isNotFound());
        mvc.perform(put("/api/suppliers/nobody/display")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"shown\": true}"))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("all of them come at once, as JSON and as CSV")
    void all() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read("/api/standings")
                .andExpect(jsonPath("$[*].supplier").value(contains("all,\"ok\"", "supplier-1", "supplier-2")))
                .andExpect(jsonPath("$[0].rfqOpen").value(true))
                .andExpect(jsonPath("$[2].status").value("NO_DATA"));
        var lines = read("/api/standings.csv")
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();
        assertThat(lines)
                .containsExactly(
                        "\uFEFFsupplier,on,status,windowFrom,windowTo,timely,countable,rate,lowerBound,upperBound,rfqOpen,"
                                + "proven,exposureWeight,display,policyVersion",
                        "\"all,\"\"ok\"\"\",2026-03-07,PUBLISHED,2026-02-01,2026-03-02,1,1,1.000000,0.206549,1.000000,"
                                + "true,false,1.0000,SHOWN,1",
                        "supplier-1,2026-03-07,PUBLISHED,2026-02-01,2026-03-02,2,3,0.666667,0.207659,0.938509,"
                                + "false,false,1.0000,SHOWN,1",
                        "supplier-2,2026-03-07,NO_DATA,2026-02-01,2026-03-02,,,,,,false,false,1.0000,SHOWN,1");
    }

    @Test
    @DisplayName(
            "is hidden and shown by choice; choosing the same again changes nothing; the rights stay as they are (R25)")
    void display() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        show("{\"shown\": false}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.display").value("HIDDEN"));
        show("{\"shown\": false}").andExpect(jsonPath("$.display").value("HIDDEN"));
        read(STANDING)
                .andExpect(jsonPath("$.display").value("HIDDEN"))
                .andExpect(jsonPath("$.timely").value(2));
        read("/api/standings").andExpect(jsonPath("$[1].display").value("HIDDEN"));
        show("{\"shown\": true}").andExpect(jsonPath("$.display").value("SHOWN"));
        read("/api/standing-events?after=1")
                .andExpect(jsonPath("$[*].kind").value(contains("HIDDEN", "SHOWN")))
                .andExpect(jsonPath("$[*].seq").value(contains(2, 3)));
    }

    @Test
    @DisplayName("one choice made twice at the same moment is one choice and one event")
    void sameMoment() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        var choosing = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(this::hide))
                .toList();
        assertThat(choosing.stream().map(CompletableFuture::join)).containsOnly(200);
        read("/api/standing-events?after=1").andExpect(jsonPath("$[*].kind").value(contains("HIDDEN")));
    }

    private int hide() {
        try {
            return show("{\"shown\": false}").andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"{}|shown", "{\"shown\": \"perhaps\"}|shown", "{\"shown\": true, \"x\": 1}|x"})
    @DisplayName("a choice that is none is refused by field")
    void badChoice(String json, String field) throws Exception {
        show(json)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    @DisplayName("a change is an event once: what opens with a first number closes when the window leaves it behind")
    void events() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read("/api/standing-events")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].seq").value(1))
                .andExpect(jsonPath("$[0].supplier").value("all,\"ok\""))
                .andExpect(jsonPath("$[0].kind").value("RFQ_OPENED"))
                .andExpect(jsonPath("$[0].on").value("2026-03-07"));
        marketplace.passTo(DAY_CLOSES.plus(Duration.ofDays(29)));
        read("/api/standing-events?after=1").andExpect(jsonPath("$.length()").value(0));
        marketplace.passTo(DAY_CLOSES.plus(Duration.ofDays(30)));
        read("/api/standing-events?after=1")
                .andExpect(jsonPath("$[*].kind").value(contains("RFQ_CLOSED")))
                .andExpect(jsonPath("$[0].on").value("2026-04-06"));
        read("/api/standing-events?size=1").andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    @DisplayName("new rules apply to the numbers from their date on, and mandatory display to every day from its own")
    void newRules() throws Exception {
        set(RULES.formatted("2026-03-08"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(2));
        marketplace.passTo(DAY_CLOSES);
        read(STANDING)
                .andExpect(jsonPath("$.policyVersion").value(1))
                .andExpect(jsonPath("$.rfqOpen").value(false))
                .andExpect(jsonPath("$.display").value("SHOWN"));
        show("{\"shown\": false}").andExpect(status().isOk());
        marketplace.passTo(DAY_CLOSES.plus(Duration.ofDays(1)));
        read(STANDING)
                .andExpect(jsonPath("$.policyVersion").value(2))
                .andExpect(jsonPath("$.rfqOpen").value(true))
                .andExpect(jsonPath("$.exposureWeight").value(0.7077))
                .andExpect(jsonPath("$.display").value("MANDATORY"));
        show("{\"shown\": false}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("shown"))
                .andExpect(jsonPath("$.errors[0].rule", containsString("mandatory")));
        read("/api/standing-events?after=2").andExpect(jsonPath("$[*].kind").value(contains("RFQ_OPENED")));
        read("/api/standing-policies").andExpect(jsonPath("$[*].version").value(contains(1, 2)));
    }

    @ParameterizedTest(name = "{0}: {1} is refused as {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-03-08\"|\"2026-03-02\"|inForceFrom",
                "\"gatePercent\": 60|\"gatePercent\": 101|gatePercent",
                "\"gatePercent\": 60|\"gatePercent\": -1|gatePercent",
                "\"minimumSample\": 1|\"minimumSample\": 0|minimumSample",
                "\"newcomerSample\": 3|\"newcomerSample\": -1|newcomerSample",
                "\"exposureLeast\": 0.5|\"exposureLeast\": 1.6|exposureLeast",
                "\"exposureLeast\": 0.5|\"exposureLeast\": -0.1|exposureLeast",
                "\"exposureNeutral\": 1|\"exposureNeutral\": 0.4|exposureNeutral",
                "\"exposureNeutral\": 1|\"exposureNeutral\": 1.6|exposureNeutral",
                "\"exposureMost\": 1.5|\"exposureMost\": 11|exposureMost",
                "\"gatePercent\": 60,||gatePercent"
            })
    @DisplayName("rules that break a rule are refused by field, and change nothing")
    void badRules(String from, String to, String field) throws Exception {
        var broken = RULES.formatted("2026-03-08").replace(from, to == null ? "" : to);
        set(broken)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
        read("/api/standing-policies").andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    @DisplayName("rules begin after today, and after those that are still to come")
    void inOrder() throws Exception {
        set(RULES.formatted("2026-03-03")).andExpect(status().isCreated());
        set(RULES.formatted("2026-03-03"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].rule")
                        .value("a date after 2026-03-03, and at most 366 days ahead: by 2027-03-03"));
        set(RULES.formatted("2026-03-04")).andExpect(status().isCreated());
    }

    @Test
    @DisplayName("a badge says the rate with its sample and window, in the reader's language, and may be cached")
    void badge() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read("/badges/supplier-1/badge.json")
                .andExpect(jsonPath("$.title").value("Timely-reply rate"))
                .andExpect(jsonPath("$.value").value("66.7 %"))
                .andExpect(jsonPath("$.sample").value("2 of 3 answered in three days"))
                .andExpect(jsonPath("$.window").value("2026-02-01 to 2026-03-02"))
                .andExpect(header().stringValues("Vary", hasItem("Accept-Language")))
                .andExpect(jsonPath("$.svg").value("http://127.0.0.1/badges/supplier-1/badge.svg?lang=en"))
                .andExpect(jsonPath("$.snippet", containsString("<img src=\"http://127.0.0.1/badges/supplier-1")))
                .andExpect(header().string("Cache-Control", containsString("max-age=900")));
        var svg = read("/badges/supplier-1/badge.svg?lang=zh")
                .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                .andExpect(content().string(containsString("询盘及时回复率")))
                .andExpect(content().string(containsString("66.7 %")))
                .andExpect(content().string(containsString("3 条询盘中 2 条三天内及时回复")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
    }

    @Test
    @DisplayName("a badge without data says so, and that of a hidden rate does not give it away")
    void badgeWithoutRate() throws Exception {
        marketplace.passTo(DAY_CLOSES);
        read("/badges/supplier-2/badge.json")
                .andExpect(jsonPath("$.value").value("no data yet"))
                .andExpect(jsonPath("$.sample").value(""));
        show("{\"shown\": false}");
        read("/badges/supplier-1/badge.json").andExpect(jsonPath("$.value").value("not shown"));
        read("/badges/supplier-1/badge.svg")
                .andExpect(content().string(not(containsString("66.7"))))
                .andExpect(content().string(not(containsString("2 of 3"))));
    }
}
