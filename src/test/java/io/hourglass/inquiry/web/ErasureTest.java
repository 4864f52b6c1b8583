package io.hourglass.inquiry.web;

import static io.hourglass.access.web.As.as;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.audit.verifier.VerifyLedgerCommand;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.recount.RecountCommand;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("Erasing a buyer")
class ErasureTest {

    /** Her name as a word of its own: its four letters may stand in the middle of any hash. */
    private static final String JANE = "regexp_like(lower(\"%1$s\"), 'jane[^a-z0-9_-]')";

    /** Received at the same instant as the other one, whose id comes before: a duplicate of it. */
    private static final String INQUIRY =
            """
            {"id": "i", "buyer": "Jane Doe", "supplier": "supplier-1", "subject": "cooling", "text": "ring me",
             "category": "machines", "messageId": "<jane@doe.example>"}""";

    private static final String AGAIN =
            """
            {"id": "again", "buyer": "Jane Doe", "supplier": "supplier-1", "text": "have you seen my question?"}""";

    @TempDir
    private Path dir;

    @Autowired
    private MockMvc http;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private List<PersonalPlace> places;

    @Test
    @DisplayName("after the seal leaves ledger and numbers as they were, to the letter")
    void afterTheSeal() throws Exception {
        receive();
        marketplace.pass(Duration.ofDays(6));
        var before = export();
        var pseudonym = erase();

        assertThat(before).contains(pseudonym).doesNotContain("Jane");
        assertThat(export()).isEqualTo(before);
        assertForgotten();
        marketplace.pass(Duration.ofDays(1));
        assertVerifiable();
        assertThat(export())
                .startsWith(before)
                .contains("\"action\":\"erase a person\",\"about\":\"" + pseudonym + "\"");
    }

    @Test
    @DisplayName("before the seal has it sealed under the pseudonym, withdrawn, and its duplicates with it")
    void beforeTheSeal() throws Exception {
        receive();
        marketplace.inquiry("of-another");
        marketplace.pass(Duration.ofHours(1));
        var pseudonym = erase();
        assertForgotten();
        marketplace.pass(Duration.ofDays(6));

        assertThat(export()).contains("\"by\":\"" + pseudonym + "\"").doesNotContain("Jane");
        assertVerifiable();
        http.perform(get("/api/inquiries/i"))
                .andExpect(jsonPath("$.buyer").value(pseudonym))
                .andExpect(jsonPath("$.state").value("WITHDRAWN"));
        http.perform(get("/api/suppliers/supplier-1/published-number/recount").param("on", "2026-03-07"))
                .andExpect(jsonPath("$.countable").value(1))
                .andExpect(jsonPath("$.equal").value(true));
    }

    @Test
    @DisplayName("takes its referral and what was learnt of it along")
    void referrals() throws Exception {
        receive();
        marketplace.pass(Duration.ofHours(80));
        http.perform(post("/api/inquiries/again/alternatives-requests")
                        .contentType(APPLICATION_JSON)
                        .content("{\"id\": \"wish\", \"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isCreated());
        erase();
        assertForgotten();
    }

    @Test
    @DisplayName(
            "takes what was written in disputes of its inquiries along, decided or open, and a resend is the same again")
    void disputes() throws Exception {
        receive();
        marketplace.pass(Duration.ofDays(6));
        dispute("i", "decided");
        decide("decided");
        dispute("again", "open");
        erase();

        assertForgotten();
        marketplace.pass(Duration.ofDays(1));
        assertVerifiable();
        http.perform(disputeOf("again", "open")).andExpect(status().isOk());
        decide("decided");
        decide("open");
    }

    private void dispute(String inquiry, String id) throws Exception {
        http.perform(disputeOf(inquiry, id)).andExpect(status().isCreated());
    }

    private static MockHttpServletRequestBuilder disputeOf(String inquiry, String id) {
        return post("/api/inquiries/" + inquiry + "/disputes")
                .with(as(supplier("supplier-1")))
                .contentType(APPLICATION_JSON)
                .content(
                        """
                        {"id": "%s", "evidence": "Jane Doe wrote: ring me.",
                         "claim": {"kind": "REPLIED", "occurredAt": "2026-03-02T03:00:00Z", "author": "HUMAN"}}"""
                                .formatted(id));
    }

    private void decide(String dispute) throws Exception {
        http.perform(post("/api/disputes/" + dispute + "/decision")
                        .with(as(auditor()))
                        .contentType(APPLICATION_JSON)
                        .content("{\"accepted\": true, \"reason\": \"Jane Doe says so.\"}"))
                .andExpect(status().isOk());
    }

    @Test
    @DisplayName("takes its accounts along, with their names: nobody acts for it any more, and others' accounts stay")
    void accounts() throws Exception {
        receive();
        for (var name : List.of("jane.d", "Jane Doe")) {
            accounts.put(new Account(name, Role.BUYER, "Jane Doe", "hash"));
        }
        accounts.put(new Account("anna", Role.BUYER, "buyer-2", "hash"));
        accounts.put(new Account("li.wei", Role.SUPPLIER, "Jane Doe", "hash"));
        marketplace.pass(Duration.ofHours(80));
        http.perform(post("/api/inquiries/again/alternatives-requests")
                        .contentType(APPLICATION_JSON)
                        .content("{\"id\": \"wish\", \"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isCreated());
        erase();
        assertThat(accounts.all().stream().map(Account::name)).containsExactly("anna", "li.wei");
        assertThat(jdbc.sql("select count(*) from hourglass.fact where actor = 'jane.d'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("reaches one that has an account and never sent anything")
    void accountAlone() throws Exception {
        accounts.put(new Account("jane.d", Role.BUYER, "Jane Doe", "hash"));
        http.perform(post("/api/erasures").contentType(APPLICATION_JSON).content("{\"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isOk());
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    @DisplayName("makes a resend of its inquiry the same again, whatever it says: nothing is left to compare with")
    void resend() throws Exception {
        receive();
        erase();
        http.perform(post("/api/inquiries").contentType(APPLICATION_JSON).content(INQUIRY.replace("ring", "call")))
                .andExpect(status().isOk());
        assertForgotten();
    }

    @Test
    @DisplayName("happens once, and to none but those who are known")
    void once() throws Exception {
        receive();
        var pseudonym = erase();
        assertThat(pseudonym).hasSize(22);
        http.perform(post("/api/erasures").contentType(APPLICATION_JSON).content("{\"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.status").value(404));
        http.perform(post("/api/erasures").contentType(APPLICATION_JSON).content("{}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("forgets the name of a buyer that never sent an inquiry, and refuses to do it twice")
    void nameAlone() throws Exception {
        name();
        erase(0);
        assertForgotten();
        http.perform(post("/api/erasures").contentType(APPLICATION_JSON).content("{\"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isNotFound());
    }

    private void name() throws Exception {
        http.perform(put("/api/buyers/Jane Doe/profile")
                        .contentType(APPLICATION_JSON)
                        .content("{\"name\": \"Jane Doe Imports\"}"))
                .andExpect(status().isOk());
    }

    @Test
    @DisplayName(
            "forgets nothing that was not in the file of its data: each word of it in our tables is there, but what is derived")
    void everyPlaceIsInTheFile() throws Exception {
        receive();
        name();
        accounts.put(new Account("jane.d", Role.BUYER, "Jane Doe", "hash"));
        marketplace.pass(Duration.ofDays(6));
        dispute("i", "decided");
        decide("decided");
        http.perform(post("/api/inquiries/again/alternatives-requests")
                .contentType(APPLICATION_JSON)
                .content("{\"id\": \"wish\", \"buyer\": \"Jane Doe\"}"));
        var file = file();
        var kept = wordsKept();
        assertThat(kept).hasSizeGreaterThan(5);
        assertThat(kept).allSatisfy(word -> assertThat(file).contains(word));
        var named = new ObjectMapper().readTree(file);
        assertThat(places)
                .allSatisfy(place ->
                        assertThat(named.has(place.name())).as(place.name()).isTrue());
        assertThat(named.path("inquiries")).hasSize(2);
        assertThat(named.path("facts").toString()).contains("ring me", "jane@doe.example");
        erase();
        assertForgotten();
        places.forEach(place -> place.give(
                new Person(new BuyerId("Jane Doe"), List.of(new InquiryId("i"), new InquiryId("again")), List.of()),
                entry -> assertThat(entry.toString().toLowerCase(Locale.ROOT)).doesNotContain("jane", "ring me")));
        http.perform(post("/settings/erasure/data").param("person", "Jane Doe")).andExpect(status().isNotFound());
    }

    private String file() throws Exception {
        return http.perform(post("/settings/erasure/data").param("person", "Jane Doe"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** What a table has of it, but words for searching, which are made of the others. */
    private List<String> wordsKept() {
        return columns().stream()
                .filter(column ->
                        !Set.of("TERMS", "WORDS").contains(column.get(1).toUpperCase(Locale.ROOT)))
                .flatMap(column -> jdbc
                        .sql(("select \"%1$s\" from \"HOURGLASS\".\"%2$s\" where " + JANE)
                                .formatted(column.get(1), column.get(0)))
                        .query(String.class)
                        .list()
                        .stream())
                .filter(word -> !word.startsWith("{"))
                .distinct()
                .toList();
    }

    private void receive() throws Exception {
        name();
        for (var inquiry : List.of(INQUIRY, AGAIN)) {
            http.perform(post("/api/inquiries").contentType(APPLICATION_JSON).content(inquiry))
                    .andExpect(status().isCreated());
        }
        http.perform(
                        post("/api/inquiries/again/replies")
                                .contentType(APPLICATION_JSON)
                                .content(
                                        "{\"id\": \"auto\", \"supplier\": \"supplier-1\", \"author\": \"AUTO_REPLY\", \"cc\": [\"jane@doe.example\"]}"))
                .andExpect(status().isCreated());
    }

    private String erase() throws Exception {
        return erase(2);
    }

    private String erase(int inquiries) throws Exception {
        var answer = http.perform(
                        post("/api/erasures").contentType(APPLICATION_JSON).content("{\"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inquiries").value(inquiries))
                .andReturn();
        return new ObjectMapper()
                .readTree(answer.getResponse().getContentAsString())
                .path("pseudonym")
                .asText();
    }

    private List<List<String>> columns() {
        return jdbc.sql(
                        """
                        select table_name, column_name from information_schema.columns
                        where upper(table_schema) = 'HOURGLASS' and data_type = 'CHARACTER VARYING'""")
                .query((row, number) -> List.of(row.getString("table_name"), row.getString("column_name")))
                .list();
    }

    /** In none of our tables is a word of it left, whatever the column. */
    private void assertForgotten() {
        var columns = columns();
        assertThat(columns).hasSizeGreaterThan(50);
        for (var column : columns) {
            var sql = "select count(*) from \"HOURGLASS\".\"%2$s\" where " + JANE
                    + " or lower(\"%1$s\") like '%%ring me%%'";
            assertThat(jdbc.sql(sql.formatted(column.get(1), column.get(0)))
                            .query(Integer.class)
                            .single())
                    .as("%s", column)
                    .isZero();
        }
    }

    private void assertVerifiable() throws Exception {
        var file = Files.writeString(dir.resolve("ledger.ndjson"), export()).toString();
        assertThat(VerifyLedgerCommand.run(file)).isZero();
        assertThat(RecountCommand.run(file)).isZero();
        var proof = http.perform(get("/api/inquiries/i/proof")).andReturn().getResponse();
        assertThat(VerifyLedgerCommand.run(proofFile(proof.getContentAsString(StandardCharsets.UTF_8))))
                .isZero();
    }

    private String proofFile(String proof) throws IOException {
        return Files.writeString(dir.resolve("proof.json"), proof).toString();
    }

    private String export() throws Exception {
        return http.perform(get("/api/ledger/export"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
