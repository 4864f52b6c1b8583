package io.hourglass.web.lists;

import io.hourglass.kernel.time.ZonedFormat.Shown;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of a page as a file for spreadsheets (ADR 61): a row for each of its rows.
 *
 * @param name of the file, without {@code .csv}
 */
public record CsvList<T>(String name, List<Column<T>> columns) {

    /** What is asked of the page's address for the file: it goes by the same permission and the same filter. */
    public static final String ASKED = "as=csv";

    /** The same of the second list of a page, which is named too. */
    public static final String LIST = "list=";

    /** @param header the key of its words */
    record Column<T>(String header, Function<? super T, @Nullable Object> cell) {}

    /** What stands in the reader's language. */
    record Word(String key) {}

    public static <T> CsvList<T> named(String name) {
        return new CsvList<>(name, List.of());
    }

    /**
     * @param header the key of its words
     * @param cell an instant, which {@link Shown} is too, stands in the reader's zone, a number as it is, all else as the text
     *     that it is; null leaves the cell empty
     */
    public CsvList<T> column(String header, Function<? super T, @Nullable Object> cell) {
        return new CsvList<>(
                name,
                Stream.concat(columns.stream(), Stream.of(new Column<T>(header, cell)))
                        .toList());
    }

    /**
     * What has words in the reader's language.
     *
     * @param keys where they begin
     */
    public CsvList<T> words(String header, String keys, Function<? super T, @Nullable Object> cell) {
        return column(header, row -> {
            var named = cell.apply(row);
            return named == null ? null : new Word(keys + named);
        });
    }
}
