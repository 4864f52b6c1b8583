package io.hourglass.inquiry.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.seals.Seals;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("A published number, recounted from the facts,")
class RecountTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path dir;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient jdbc;

    /** Two timely, one of them through its duplicate; one late, one unanswered, one rejected, one spam. */
    @BeforeEach
    void everyVerdict() {
        var answered = inquiry("answered");
        marketplace.reply(answered, AuthorKind.AUTO_REPLY, marketplace.now());
        marketplace.reply(answered);
        inquiry("twice");
        marketplace.pass(Duration.ofMinutes(1));
        var again = marketplace.inquiry(
                "twice-again", new BuyerId("b-twice"), Marketplace.SUPPLIER, marketplace.now(), null);
        marketplace.reply(again);
        var late = inquiry("late");
        inquiry("unanswered");
        marketplace.reject(inquiry("rejected"), marketplace.now());
        marketplace.reportSpam(inquiry("spam"), marketplace.now());
        marketplace.pass(Duration.ofHours(80));
        marketplace.reply(late);
        marketplace.pass(Duration.ofDays(6));
        marketplace.happens(late, InquiryFactKind.SPAM_REPORTED, null, marketplace.now());
    }

    @Test
    @DisplayName("is equal, asked of the program or of the file")
    void equal() throws Exception {
        http.perform(get("/api/suppliers/supplier-1/published-number/recount").param("on", "2026-03-07"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.timely").value(2))
                .andExpect(jsonPath("$.countable").value(4))
                .andExpect(jsonPath("$.recountedTimely").value(2))
                .andExpect(jsonPath("$.recountedCountable").value(4))
                .andExpect(jsonPath("$.equal").value(true));
        var json = dir.resolve("result.json");
        var file = write(exported(MONDAY));

        assertThat(RecountCommand.run(file.toString(), "--json", json.toString()))
                .isZero();
        assertThat(new ObjectMapper().readTree(json.toFile()))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        result -> assertThat(result.path("outcome").asText()).isEqualTo("equal"));
    }

    @Test
    @DisplayName("is not equal if a fact, or the number itself, is another")
    void notEqual() throws IOException {
        var ledger = exported(MONDAY);
        assertThat(RecountCommand.run(
                        write(ledger.replace("\"timely\":2", "\"timely\":3")).toString()))
                .isEqualTo(RecountCommand.NOT_EQUAL);
        assertThat(RecountCommand.run(write(ledger.replace("\"author\":\"HUMAN\"", "\"author\":\"SYSTEM\""))
                        .toString()))
                .isEqualTo(RecountCommand.NOT_EQUAL);
    }

    @Test
    @DisplayName("is not equal if somebody has changed it in the database")
    void tampered() throws Exception {
        jdbc.sql("update hourglass.published_number set timely = 4 where published_on = date '2026-03-07'")
                .update();
        http.perform(get("/api/suppliers/supplier-1/published-number/recount").param("on", "2026-03-07"))
                .andExpect(jsonPath("$.equal").value(false));
        http.perform(get("/api/suppliers/supplier-1/published-number/recount").param("on", "2026-03-06"))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("is not checkable if a day of its window is not in the file")
    void notCheckable() throws IOException {
        assertThat(FileRecount.of(write(exported(MONDAY.plusDays(1))), number -> true)
                        .numbers())
                .isNotEmpty()
                .allSatisfy(result -> {
                    assertThat(result.recounted()).isNull();
                    assertThat(result.missing()).isEqualTo("the day 2026-03-02 of its window is not in the file");
                });
    }

    @Test
    @DisplayName("can be asked for by supplier and date; one that is not there is an error")
    void asked() throws IOException {
        var file = write(exported(MONDAY)).toString();
        assertThat(RecountCommand.run(file, "--supplier", "supplier-1", "--on", "2026-03-07"))
                .isZero();
        assertThat(RecountCommand.run(file, "--supplier", "nobody")).isEqualTo(RecountCommand.FAILED);
        assertThat(RecountCommand.run(write("hello").toString())).isEqualTo(RecountCommand.FAILED);
        assertThat(RecountCommand.run()).isEqualTo(RecountCommand.USAGE);
    }

    private InquiryId inquiry(String id) {
        return marketplace.inquiry(id, new BuyerId("b-" + id), Marketplace.SUPPLIER, marketplace.now(), null);
    }

    private String exported(LocalDate from) {
        var out = new ByteArrayOutputStream();
        seals.between(Track.INQUIRY, from, MONDAY.plusDays(99)).forEach(seal -> export.write(seal, out));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path write(String ledger) throws IOException {
        return Files.write(dir.resolve("ledger.ndjson"), List.of(ledger.stripTrailing()));
    }
}
