package io.hourglass.imports.files;

import org.immutables.value.Value;

/**
 * What became of the lines of a file, or of a part of it.
 *
 * @param lines all that were read, the first line of a table not among them
 * @param taken kept as facts that were new
 * @param repeated known already, with the same content
 * @param refused of those taken, without effect by a rule
 * @param late of those taken, after the books of their day had closed
 * @param waiting whose inquiry is not known yet
 * @param rejected that are against the format or contradict what is known
 */
@Value.Builder
public record Counts(long lines, long taken, long repeated, long refused, long late, long waiting, long rejected)
        implements WithCounts {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public Counts plus(Counts more) {
        return new Counts(
                lines + more.lines,
                taken + more.taken,
                repeated + more.repeated,
                refused + more.refused,
                late + more.late,
                waiting + more.waiting,
                rejected + more.rejected);
    }
}
