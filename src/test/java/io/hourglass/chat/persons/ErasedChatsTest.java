package io.hourglass.chat.persons;

import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.ChatReportBuilder;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.watch.RegisterBuyer;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.operations.deeds.DecideAbnormalAccount;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.rate.Recount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("Erasing a buyer that chatted")
class ErasedChatsTest {

    private static final BuyerId JANE = new BuyerId("Jane Doe");
    private static final Instant CLOSE = Instant.parse("2026-03-02T22:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private MockMvc http;

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RegisterBuyer register;

    @Autowired
    private DecideAbnormalAccount decide;

    @Autowired
    private Consultations consultations;

    @Autowired
    private CheckLedger check;

    @Autowired
    private Recount recount;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("leaves no word of it, with one day closed and another open, and the ledger as it was")
    void forgotten() throws Exception {
        asks(ANNA, "ring me");
        chats.writes(ANNA, JANE, AuthorKind.HUMAN, marketplace.now());
        chats.marks(ChatFactKind.MARKED_OWN, JANE, new SupplierId("shop-2"), marketplace.now());
        marketplace.passTo(CLOSE.plus(Duration.ofHours(1)));
        asks(BEN, "ring me again");
        var pseudonym = erase(2);

        assertForgotten();
        marketplace.passTo(CLOSE.plus(Duration.ofDays(2)));
        assertThat(check.check(ConsultationId.CHAT, null, null).findings()).isEmpty();
        assertThat(recount.of(new Subject(ConsultationId.CHAT, SHOP.value()), DAY.plusDays(1), null)
                        .equal())
                .isTrue();
        assertThat(consultations.on(DAY))
                .singleElement()
                .extracting(KeptConsultation::buyer)
                .isEqualTo(new BuyerId(pseudonym));
        assertThat(chats.consultation(new BuyerId(pseudonym), ANNA, CLOSE.minus(Duration.ofHours(7))))
                .as("derived from the pseudonym")
                .isEqualTo(consultations.on(DAY).get(0).id());
    }

    @Test
    @DisplayName(
            "leaves an open consultation open: it may be answered, and what comes in under the old id is another's")
    void open() throws Exception {
        var asked = asks(ANNA, "ring me");
        var pseudonym = new BuyerId(erase(1));
        assertThat(asks(ANNA, "somebody else")).isNotEqualTo(asked);
        chats.writes(ANNA, pseudonym, AuthorKind.HUMAN, marketplace.now());
        assertThat(chats.booked(asked)).containsExactly(ChatState.ANSWERED);
    }

    @Test
    @DisplayName("reaches one of whom nothing is known but a mark, once, and leaves its reason nowhere")
    void markAlone() throws Exception {
        chats.records(ChatReport.builder()
                .id(new FactId("mark"))
                .kind(ChatFactKind.MARKED_STAFF)
                .buyer(JANE)
                .channel(Channel.WEB)
                .text(new FactText(null, "Jane Doe of the platform", List.of())));
        erase(0);
        assertForgotten();
        http.perform(post("/api/erasures").contentType(APPLICATION_JSON).content("{\"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName(
            "reaches one of whom only the registration and a mark by hand are known, and leaves neither its id nor why")
    void abnormal() throws Exception {
        register.register(new RegisterBuyer.Registered(JANE, marketplace.now()));
        decide.mark(JANE, null, Reason.of("advertises"));
        erase(0);
        assertForgotten();
        assertThat(jdbc.sql("select reason from hourglass.caught_account")
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    @DisplayName("that is an account of the same shop leaves its consultations excluded, for nobody's rate")
    void colleague() throws Exception {
        chats.asks(ANNA);
        var colleague = new BuyerId("ben");
        chats.asks(BEN);
        var id = chats.asks(colleague, ANNA, marketplace.now()).id();
        assertThat(chats.booked(id)).containsExactly(ChatState.EXCLUDED);
        marketplace.passTo(CLOSE.minus(Duration.ofHours(6)));
        marketplace.passTo(CLOSE.plusSeconds(1));
        http.perform(post("/api/erasures").contentType(APPLICATION_JSON).content("{\"buyer\": \"ben\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cases.CHAT").value(1));
        assertThat(recount.of(new Subject(ConsultationId.CHAT, SHOP.value()), DAY.plusDays(1), null)
                        .equal())
                .isTrue();
    }

    @Test
    @DisplayName(
            "is done on its page, where it is found by a part of its id, and given out in a file, with all that it wrote")
    void page() throws Exception {
        asks(ANNA, "ring me");
        http.perform(get("/settings/erasure").param("person", "jane"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("one consultation")));
        var file = new ObjectMapper()
                .readTree(http.perform(post("/settings/erasure/data").param("person", "Jane Doe"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(file.path("consultations")).hasSize(1);
        assertThat(file.path("consultations").get(0).path("buyer").asText()).isEqualTo("Jane Doe");
        assertThat(file.path("facts").get(0).path("text").asText()).isEqualTo("ring me");
        assertThat(file.path("facts").get(0).path("consultation").asText())
                .isEqualTo(file.path("consultations").get(0).path("id").asText());
        http.perform(post("/settings/erasure").param("person", "Jane Doe").param("confirmed", "true"))
                .andExpect(status().is3xxRedirection());
        assertForgotten();
    }

    private ConsultationId asks(AccountId account, String text) {
        return chats.records(report(account).text(new FactText(null, text, List.of())))
                .id();
    }

    private ChatReportBuilder report(AccountId account) {
        return chats.report(ChatFactKind.ASKED, JANE, account);
    }

    private String erase(int chats) throws Exception {
        var answer = http.perform(
                        post("/api/erasures").contentType(APPLICATION_JSON).content("{\"buyer\": \"Jane Doe\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inquiries").value(0))
                .andExpect(jsonPath("$.cases.CHAT").value(chats))
                .andReturn();
        return new ObjectMapper()
                .readTree(answer.getResponse().getContentAsString())
                .path("pseudonym")
                .asText();
    }

    private void assertForgotten() throws IOException {
        var columns = jdbc.sql(
                        """
                        select table_name, column_name from information_schema.columns
                        where upper(table_schema) = 'HOURGLASS' and data_type = 'CHARACTER VARYING'""")
                .query((row, number) -> List.of(row.getString("table_name"), row.getString("column_name")))
                .list();
        assertThat(columns).hasSizeGreaterThan(50);
        for (var column : columns) {
            var sql =
                    """
                    select count(*) from "HOURGLASS"."%2$s"
                    where lower("%1$s") like '%%jane doe%%' or lower("%1$s") like '%%ring me%%'""";
            assertThat(jdbc.sql(sql.formatted(column.get(1), column.get(0)))
                            .query(Integer.class)
                            .single())
                    .as("%s", column)
                    .isZero();
        }
    }
}
