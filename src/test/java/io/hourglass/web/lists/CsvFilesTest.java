package io.hourglass.web.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.siegmar.fastcsv.reader.CsvReader;
import io.hourglass.access.callers.Viewer;
import io.hourglass.batch.Overloaded;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("A list as a file")
class CsvFilesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final ZonedFormat SHANGHAI = new ZonedFormat(ZoneId.of("Asia/Shanghai"));
    private static final CsvList<Object> CELLS = CsvList.named("cells").column("head", cell -> cell);

    private Instant now = NOW;

    private ZonedFormat format = SHANGHAI;

    private final Viewer viewer = mock(Viewer.class);

    private final CsvFiles csv = new CsvFiles(words(), viewer);

    @BeforeEach
    void reader() {
        when(viewer.now()).thenAnswer(asked -> now);
        when(viewer.format()).thenAnswer(asked -> format);
    }

    private static StaticMessageSource words() {
        var words = new StaticMessageSource();
        words.addMessage("head", Locale.ENGLISH, "Head");
        words.addMessage("head", Locale.CHINESE, "表头");
        words.addMessage("state.WAITS", Locale.ENGLISH, "Waiting");
        words.addMessage("state.WAITS", Locale.CHINESE, "等待");
        return words;
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static <T> Function<PageQuery, ListPage<T>> of(List<T> all) {
        return page -> page.cut(all);
    }

    private <T> MockHttpServletResponse send(CsvList<T> list, Function<PageQuery, ListPage<T>> pages)
            throws IOException {
        var response = new MockHttpServletResponse();
        csv.send(list, pages, response);
        return response;
    }

    private List<List<String>> cells(Object... cells) throws IOException {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var text = send(CELLS, of(List.of(cells))).getContentAsString(UTF_8);
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .map(line -> line.getFields())
                .toList();
    }

    private String cell(Object cell) throws IOException {
        return cells(cell).get(1).get(0);
    }

    @Test
    @DisplayName("is UTF-8 with a byte order mark, CRLF after each line, a header, and a name to keep it by")
    void form() throws IOException {
        LocaleContextHolder.setLocale(Locale.CHINESE);
        var sent = send(CELLS, of(List.<Object>of("泵")));
        assertThat(sent.getContentAsByteArray()).isEqualTo("\uFEFF表头\r\n泵\r\n".getBytes(UTF_8));
        assertThat(sent.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(sent.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"cells.csv\"");
    }

    @Test
    @DisplayName("has a header alone where the list is empty")
    void empty() throws IOException {
        assertThat(cells()).containsExactly(List.of("Head"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "-", "+86 138", "--1", "-1e"})
    @DisplayName("has an apostrophe before what a spreadsheet would take for a formula")
    void formulas(String text) throws IOException {
        assertThat(cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-1.5", "0", "12", "a=1", "2026-03-02", "1-1"})
    @DisplayName("leaves a plain number a number, and all else as it is")
    void plain(String text) throws IOException {
        assertThat(cell(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("keeps quotes, commas and ends of lines within their cells, by RFC 4180")
    void quotes() throws IOException {
        assertThat(cells("say \"40 m\", please\r\nnow\nor\rnever", ",", "\"", " x "))
                .containsExactly(
                        List.of("Head"),
                        List.of("say \"40 m\", please\r\nnow\nor\rnever"),
                        List.of(","),
                        List.of("\""),
                        List.of(" x "));
        assertThat(send(CELLS, of(List.<Object>of("a\"b,c"))).getContentAsString(UTF_8))
                .endsWith("\r\n\"a\"\"b,c\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T02:00:00Z, 2026-03-02T10:00:00+08:00",
        "2026-03-02T02:00:00.250Z, 2026-03-02T10:00:00.25+08:00",
        "2026-03-02T16:30:07Z, 2026-03-03T00:30:07+08:00"
    })
    @DisplayName("has instants by ISO 8601 with their offset, in the reader's zone")
    void instants(Instant instant, String written) throws IOException {
        assertThat(cell(instant)).isEqualTo(written);
        assertThat(cell(SHANGHAI.shownExactly(instant))).isEqualTo(written);
    }

    @Test
    @DisplayName("has the offset of an instant in UTC too")
    void utc() throws IOException {
        var response = new MockHttpServletResponse();
        format = new ZonedFormat(ZoneOffset.UTC);
        csv.send(CELLS, of(List.<Object>of(NOW)), response);
        assertThat(response.getContentAsString(UTF_8)).contains("2026-03-02T02:00:00+00:00");
    }

    @Test
    @DisplayName("has days and numbers as they are, words in the reader's language, and nothing where there is nothing")
    void types() throws IOException {
        assertThat(cells(LocalDate.of(2026, 3, 2), -3, new BigDecimal("0.10"), true))
                .containsExactly(
                        List.of("Head"), List.of("2026-03-02"), List.of("-3"), List.of("0.10"), List.of("true"));
        LocaleContextHolder.setLocale(Locale.CHINESE);
        var states = CsvList.<Boolean>named("states")
                .words("head", "state.", waits -> waits ? "WAITS" : null)
                .column("head", waits -> waits ? "" : null);
        assertThat(send(states, of(List.of(true, false))).getContentAsString(UTF_8))
                .isEqualTo("\uFEFF表头,表头\r\n等待,\r\n,\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 501, 1000, 1234})
    @DisplayName("has all rows of the list in its order, read some hundred at a time, whether or not they are counted")
    void all(int rows) throws IOException {
        var all = IntStream.range(0, rows).boxed().toList();
        var asked = new ArrayList<PageQuery>();
        var numbers = CsvList.<Integer>named("numbers").column("head", row -> row);
        var sent = send(numbers, page -> {
            asked.add(page);
            return page.from(
                    (offset, limit) -> all.stream().skip(offset).limit(limit).toList());
        });
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(sent.getContentAsString(UTF_8).lines().skip(1).map(Integer::valueOf))
                .isEqualTo(all);
        assertThat(asked).hasSize((rows + 499) / 500);
    }

    @Test
    @DisplayName("is with the reader as far as it is read: a page is sent before the next is asked for")
    void streams() throws IOException {
        var response = new MockHttpServletResponse();
        var before = new ArrayList<Integer>();
        csv.send(
                CELLS,
                page -> {
                    before.add(response.isCommitted() ? lines(response) : 0);
                    return page(page, page.page() < 2);
                },
                response);
        assertThat(before).containsExactly(0, 501, 1001);
    }

    @Test
    @DisplayName("is an error like any other where the list cannot be read at all: nothing is sent")
    void notFound() {
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> csv.send(
                        CELLS,
                        page -> {
                            throw new NotFound("supplier", "s");
                        },
                        response))
                .isInstanceOf(NotFound.class);
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentType()).isNull();
    }

    @Test
    @DisplayName("is not begun while four others are being sent, and is once one of them has ended, however it did")
    void fewAtOnce() throws IOException {
        assertThatCode(() -> sendBeside(3)).doesNotThrowAnyException();
        assertThatThrownBy(() -> sendBeside(4)).isInstanceOf(Overloaded.class);
        assertThatCode(() -> sendBeside(3)).doesNotThrowAnyException();
    }

    private @Nullable Object sendBeside(int others) throws IOException {
        return send(CELLS, page -> {
            if (others > 0) {
                try {
                    sendBeside(others - 1);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return page(page, false);
        });
    }

    @Test
    @DisplayName("breaks off where it takes more than ten minutes")
    void tooLong() {
        assertThatCode(() -> send(CELLS, pagesTaking(Duration.ofMinutes(10)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> send(CELLS, pagesTaking(Duration.ofMinutes(10).plusMillis(1))))
                .isInstanceOf(IOException.class);
    }

    private Function<PageQuery, ListPage<Object>> pagesTaking(Duration time) {
        return page -> {
            now = now.plus(page.page() == 0 ? time : Duration.ZERO);
            return page(page, page.page() == 0);
        };
    }

    private static ListPage<Object> page(PageQuery query, boolean more) {
        return new ListPage<>(
                query,
                IntStream.range(0, query.size()).<Object>mapToObj(row -> row).toList(),
                null,
                more);
    }

    private static int lines(MockHttpServletResponse response) {
        return (int) new String(response.getContentAsByteArray(), UTF_8).lines().count();
    }
}
