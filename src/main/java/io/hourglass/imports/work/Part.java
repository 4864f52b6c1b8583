package io.hourglass.imports.work;

import io.hourglass.batch.Together;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.lines.FactLine.Chatted;
import io.hourglass.imports.lines.FactLine.Happened;
import io.hourglass.imports.lines.FactLine.Received;
import java.util.List;
import java.util.stream.Stream;

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
        return lines.stream().flatMap(Part::report).toList();
    }

    /** Some of them, when it has come as far as that. */
    Part of(List<FactLine> some, Counts until) {
        return new Part(file, holder, until, bytesRead, some);
    }

    private static Stream<?> report(FactLine line) {
        if (line instanceof Received received) {
            return Stream.of(received.report());
        }
        if (line instanceof Happened happened) {
            return Stream.of(happened.report());
        }
        return line instanceof Chatted chatted ? Stream.of(chatted.report()) : Stream.empty();
    }
}
