package io.hourglass.imports.work;

import io.hourglass.imports.files.Counts;
import io.hourglass.imports.lines.FactLine;
import java.util.List;

/** How the parts of a file are taken. */
interface Taking {

    default void begin() {}

    /** What can be taken together of lines that follow one another. */
    default List<List<FactLine>> stretches(List<FactLine> lines) {
        return List.of(lines);
    }

    /**
     * @return what became of all lines until here
     * @throws HoldLost if the file is another's by now
     */
    Counts take(Part part);

    /** After the last line. */
    default void end() {}

    /** In any case, after the end or instead of it. */
    default void stop() {}
}
