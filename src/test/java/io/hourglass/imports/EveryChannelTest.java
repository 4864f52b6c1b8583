package io.hourglass.imports;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.web.As;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.work.GoThrough;
import io.hourglass.incoming.SignedCalls;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.relay.addresses.RelayAddresses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Which tool a supplier prefers decides nothing (R23): the same history through each. */
@HourglassTest
@DisplayName("The same history comes to the same verdicts")
public class EveryChannelTest {

    private static final String SUPPLIER = "s1";
    private static final int HOURS_TO_CLOSE = 5 * 24;

    /** By what the supplier did, and when. */
    private static final Map<String, String> VERDICTS = new TreeMap<>(Map.of(
            "answered", "TIMELY",
            "at the last instant", "TIMELY",
            "an instant late", "LATE",
            "automatic", "UNANSWERED",
            "silent", "UNANSWERED",
            "rejected", "REJECTED",
            "spam", "SPAM",
            "first of two", "TIMELY",
            "second of two", "DUPLICATE"));

    private static final List<Step> HISTORY = List.of(
            Step.received("answered"),
            Step.received("at the last instant"),
            Step.received("an instant late"),
            Step.received("automatic"),
            Step.received("silent"),
            Step.received("rejected"),
            Step.received("spam"),
            Step.received("first of two"),
            new Step("RECEIVED", "second of two", "buyer of first of two", Duration.ofHours(1), ""),
            Step.of("REPLIED", "automatic", Duration.ofHours(2), "AUTO_REPLY"),
            Step.of("REJECTED", "rejected", Duration.ofHours(3), ""),
            Step.of("SPAM_REPORTED", "spam", Duration.ofHours(4), ""),
            Step.of("REPLIED", "answered", Duration.ofHours(5), "HUMAN"),
            Step.of("REPLIED", "second of two", Duration.ofHours(6), "HUMAN"),
            Step.of("REPLIED", "at the last instant", Duration.ofHours(72), "HUMAN"),
            Step.of("REPLIED", "an instant late", Duration.ofHours(72).plusMillis(1), "HUMAN"));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private StartImport start;

    @Autowired
    private GoThrough files;

    @Autowired
    private Imports imports;

    @Autowired
    private RelayAddresses addresses;

    @Autowired
    private JdbcClient jdbc;

    /** @param author of a reply; else empty */
    private record Step(String event, String inquiry, String buyer, Duration after, String author) {

        private static Step received(String inquiry) {
            return of("RECEIVED", inquiry, Duration.ZERO, "");
        }

        private static Step of(String event, String inquiry, Duration after, String author) {
            return new Step(event, inquiry, "buyer of " + inquiry, after, author);
        }

        private Instant at() {
            return START.plus(after);
        }

        private boolean isReceipt() {
            return event.equals("RECEIVED");
        }

        private String asTable() {
            return String.join(
                    ",", event, inquiry, isReceipt() ? buyer : "", isReceipt() ? SUPPLIER : "", at() + "", author);
        }

        private String asJson() {
            return "{\"event\":\"%s\",\"inquiry\":\"%s\",\"at\":\"%s\"%s%s}"
                    .formatted(
                            event,
                            inquiry,
                            at(),
                            isReceipt() ? ",\"buyer\":\"" + buyer + "\",\"supplier\":\"" + SUPPLIER + '"' : "",
                            author.isEmpty() ? "" : ",\"author\":\"" + author + '"');
        }
    }

    /** For a channel that another test opens: each step twice, in whatever order, once all of it is over. */
    public static List<String> shuffledJson() {
        return twice(HISTORY.stream().map(Step::asJson).toList());
    }

    public static Instant over() {
        return START.plus(Duration.ofHours(73));
    }

    private static List<String> twice(List<String> lines) {
        var shuffled = new ArrayList<>(lines);
        shuffled.addAll(lines);
        Collections.shuffle(shuffled, new Random(23));
        return shuffled;
    }

    public static void assertVerdicts(Marketplace marketplace, JdbcClient jdbc) {
        assertThat(settled(marketplace, jdbc)).isEqualTo(VERDICTS);
    }

    private Map<String, String> settled() {
        return settled(marketplace, jdbc);
    }

    private static Map<String, String> settled(Marketplace marketplace, JdbcClient jdbc) {
        marketplace.passTo(START.plus(Duration.ofHours(HOURS_TO_CLOSE + 24)));
        var found = new TreeMap<String, String>();
        jdbc.sql("select case_id, state from hourglass.verdict_entry order by case_id, seq")
                .query((row, number) -> Map.entry(row.getString("case_id"), row.getString("state")))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Each when it happens. */
    private void live(Sending sending) throws Exception {
        for (var step : HISTORY) {
            marketplace.passTo(step.at());
            sending.send(step);
        }
    }

    private interface Sending {
        void send(Step step) throws Exception;
    }

    private void byApi(Step step) throws Exception {
        var path = step.isReceipt()
                ? "/api/inquiries"
                : "/api/inquiries/{inquiry}/"
                        + Map.of("REPLIED", "replies", "REJECTED", "rejections", "SPAM_REPORTED", "spam-reports")
                                .get(step.event());
        var body = step.isReceipt()
                ? "{\"id\":\"%s\",\"buyer\":\"%s\",\"supplier\":\"%s\"}"
                        .formatted(step.inquiry(), step.buyer(), SUPPLIER)
                : "{\"id\":\"of %s\"%s,\"supplier\":\"%s\"}"
                        .formatted(
                                step.inquiry(),
                                step.author().isEmpty() ? "" : ",\"author\":\"" + step.author() + '"',
                                SUPPLIER);
        mvc.perform((step.isReceipt() ? post(path) : post(path, step.inquiry()))
                        .with(as(As.integration(Scope.SUBMIT)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isCreated());
    }

    /** Each when it happens, and again under another id. */
    private void byWebhook(Step step) throws Exception {
        for (var attempt = 1; attempt <= 2; attempt++) {
            var id = step.event() + " " + step.inquiry() + " " + attempt;
            mvc.perform(SignedCalls.facts(marketplace.now(), id, step.asJson())).andExpect(status().isOk());
        }
    }

    /** Replies as mails, each twice; all else comes by the API. */
    private void byMail(Step step) throws Exception {
        if (!step.event().equals("REPLIED")) {
            byApi(step);
            return;
        }
        var mail = "From: sam@shop.example\r\nMessage-ID: <%s@shop.example>\r\n%s\r\n38 USD"
                .formatted(
                        step.inquiry().replace(' ', '-'),
                        step.author().equals("AUTO_REPLY") ? "Auto-Submitted: auto-replied\r\n" : "")
                .getBytes(StandardCharsets.UTF_8);
        var address = addresses.of(new InquiryId(step.inquiry())).orElseThrow();
        for (var attempt = 1; attempt <= 2; attempt++) {
            mvc.perform(SignedCalls.mail(marketplace.now(), address, mail)).andExpect(status().isOk());
        }
    }

    /** What a supplier has no form for comes by the API. */
    private void byPage(Step step) throws Exception {
        if (step.isReceipt() || step.author().equals("AUTO_REPLY")) {
            byApi(step);
            return;
        }
        var isReply = step.event().equals("REPLIED");
        var form = post(
                        "/suppliers/{s}/inquiries/{i}/" + (isReply ? "replies" : "objections"),
                        SUPPLIER,
                        step.inquiry())
                .with(as(As.supplier(SUPPLIER)))
                .param("form", "form of " + step.inquiry());
        mvc.perform(
                        isReply
                                ? form.param("text", "38 USD")
                                : form.param("kind", step.event()).param("reason", "No"))
                .andExpect(status().isSeeOther());
    }

    /** All of it once it is over, in whatever order. */
    private void byFile(String head, List<String> lines, UnaryOperator<byte[]> packing) throws IOException {
        marketplace.passTo(over());
        var bytes = packing.apply((head + String.join("\n", twice(lines))).getBytes(StandardCharsets.UTF_8));
        var file = start.start(new Asked("history", false, "olga"), new ByteArrayInputStream(bytes));
        files.next(file.id(), counts -> {}, () -> true);
        var counts = imports.find(file.id()).orElseThrow().counts();
        assertThat(counts.rejected()).isZero();
    }

    private static byte[] gzipped(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    @Test
    @DisplayName("by calls of the API")
    void api() throws Exception {
        live(this::byApi);
        assertThat(settled()).isEqualTo(VERDICTS);
    }

    @Test
    @DisplayName("by the forms of the supplier's pages")
    void pages() throws Exception {
        live(this::byPage);
        assertThat(settled()).isEqualTo(VERDICTS);
    }

    @Test
    @DisplayName("by signed webhooks, each fact in two of them")
    void webhooks() throws Exception {
        live(this::byWebhook);
        assertThat(settled()).isEqualTo(VERDICTS);
    }

    @Test
    @DisplayName("by mails to the inquiries' addresses, each of them twice")
    void relay() throws Exception {
        live(this::byMail);
        assertThat(settled()).isEqualTo(VERDICTS);
    }

    @Test
    @DisplayName("by a table that comes later, shuffled and with each line twice")
    void table() throws IOException {
        byFile(
                "event,inquiry,buyer,supplier,at,author\n",
                HISTORY.stream().map(Step::asTable).toList(),
                bytes -> bytes);
        assertThat(settled()).isEqualTo(VERDICTS);
    }

    @Test
    @DisplayName("by packed lines of JSON that come later, shuffled and with each line twice")
    void lines() throws IOException {
        byFile("", HISTORY.stream().map(Step::asJson).toList(), EveryChannelTest::gzipped);
        assertThat(settled()).isEqualTo(VERDICTS);
    }
}
