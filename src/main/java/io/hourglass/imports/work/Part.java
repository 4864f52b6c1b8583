package io.hourglass.imports.work;

import io.hourglass.batch.Together;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.lines.FactLine;
import java.util.List;

/**
 * Lines of a file that are taken in one transaction, in their order.
 *
 * @param file its id
 * @param holder who goes through it
 * @param before what became of all lines before
 * @param bytesRead how many bytes of the file have been gone through with these
 */
public record Part(String file, String holder, Counts before, long bytesRead, List<FactLine> lines)
        implements Together {

    public Part {
        lines = List.copyOf(lines);
    }

    @Override
    public List<?> members() {
        return lines.stream().flatMap(FactLine::reported).toList();
    }

    /** Some of them, when it has come as far as that. */
    Part of(List<FactLine> some, Counts until) {
        return new Part(file, holder, until, bytesRead, some);
    }
}
