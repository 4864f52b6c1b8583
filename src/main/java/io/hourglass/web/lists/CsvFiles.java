package io.hourglass.web.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.hourglass.access.callers.Viewer;
import io.hourglass.batch.Overloaded;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.SpreadsheetText;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.web.lists.CsvList.Column;
import io.hourglass.web.lists.CsvList.Word;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Sends lists as CSV (RFC 4180, UTF-8 with a byte order mark): read and sent some hundred rows at a time, from the one state of
 * the database that a GET has. Each file so keeps a connection to the database; therefore there are few at a time, and not
 * for long. One that cannot be finished breaks off, and the reader's program says so. Templates know it as {@code @csv}.
 */
@Component("csv")
public class CsvFiles {

    private static final int ROWS_AT_ONCE = 500;
    private static final int FILES_AT_ONCE = 4;
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final Semaphore places = new Semaphore(FILES_AT_ONCE);
    private final MessageSource messages;
    private final Viewer viewer;

    CsvFiles(MessageSource messages, Viewer viewer) {
        this.messages = messages;
        this.viewer = viewer;
    }

    /**
     * A list as a file, as a link from the present page.
     *
     * @param list empty for the first of the page, by what was asked of it; the name of another; or an address of ours
     */
    public String link(String list) {
        if (list.startsWith("/")) {
            return list;
        }
        var asked = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page")
                .replaceQueryParam("as", "csv");
        var one = list.isEmpty() ? asked : asked.replaceQueryParam("list", list);
        return "?" + one.build().getQuery();
    }

    /**
     * Sends the whole list, in the reader's language and zone.
     *
     * @param pages gives each page of it; what is not found, or asked for wrongly, shows with the first, before any is sent
     * @throws Overloaded if too many files are sent already
     */
    public <T> void send(CsvList<T> list, Function<PageQuery, ListPage<T>> pages, HttpServletResponse response)
            throws IOException {
        if (!places.tryAcquire()) {
            throw new Overloaded("too many lists are sent as files");
        }
        try {
            write(list, pages, response);
        } finally {
            places.release();
        }
    }

    private <T> void write(CsvList<T> list, Function<PageQuery, ListPage<T>> pages, HttpServletResponse response)
            throws IOException {
        var until = viewer.now().plus(AT_MOST);
        var page = pages.apply(new PageQuery(0, ROWS_AT_ONCE));
        var csv = begin(list, response);
        var format = viewer.format();
        while (true) {
            for (var row : page.items()) {
                csv.writeRecord(list.columns().stream()
                        .map(column -> cell(column.cell().apply(row), format))
                        .toList());
            }
            csv.flush(); // and never closed: what is, looks whole
            response.flushBuffer();
            if (!page.more()) {
                return;
            }
            if (viewer.now().isAfter(until)) {
                throw new IOException("a list was read for more than " + AT_MOST);
            }
            page = pages.apply(new PageQuery(page.query().page() + 1, ROWS_AT_ONCE));
        }
    }

    private <T> CsvWriter begin(CsvList<T> list, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(list.name() + ".csv")
                        .build()
                        .toString());
        var text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.append(SpreadsheetText.BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(list.columns().stream()
                .map(Column::header)
                .map(this::word)
                .map(SpreadsheetText::cell)
                .toList());
        return csv;
    }

    private String cell(@Nullable Object content, ZonedFormat format) {
        if (content == null) {
            return "";
        }
        if (content instanceof Instant instant) {
            return format.iso(instant);
        }
        if (content instanceof Shown shown) {
            return format.iso(Instant.parse(shown.iso()));
        }
        var text = content instanceof Word word ? word(word.key()) : content.toString();
        return SpreadsheetText.cellOrNumber(text);
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
