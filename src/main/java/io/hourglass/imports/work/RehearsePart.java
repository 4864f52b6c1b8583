package io.hourglass.imports.work;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.evidence.Facts;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.NotedLine;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.taking.RejectedLine;
import io.hourglass.imports.taking.TakeLines;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.Refused;
import io.hourglass.kernel.ids.FactId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of a part of a file what would become of it, and keeps that alone. */
@Component
class RehearsePart {

    private final RehearseLine each;
    private final Facts facts;
    private final KeepProgress progress;

    RehearsePart(RehearseLine each, Facts facts, KeepProgress progress) {
        this.each = each;
        this.facts = facts;
        this.progress = progress;
    }

    /** See {@link TakePart#take}. */
    @Transactional
    public Counts take(Part part, SeenInquiries seen) {
        facts.find(part.members().stream().map(RehearsePart::idOf).toList());
        var notes = new ArrayList<NotedLine>();
        var counts = Counts.NONE.withLines(part.lines().size());
        for (var line : part.lines()) {
            counts = counts.plus(look(line, seen, notes));
        }
        return progress.keep(part, counts, notes);
    }

    private Counts look(FactLine line, SeenInquiries seen, List<NotedLine> notes) {
        try {
            var foretold = each.look(line, seen);
            var kind = foretold.note();
            if (kind != null) {
                notes.add(new NotedLine(
                        line.line().number(),
                        kind,
                        foretold.reason(),
                        line.line().latin()));
            }
            return counted(foretold.isNew(), kind == Kind.LATE, kind == Kind.WAITING);
        } catch (InvalidInput | Refused | RejectedLine e) {
            notes.add(TakePart.rejected(line, TakeLines.reason(e)));
            return Counts.NONE.withRejected(1);
        }
    }

    private static Counts counted(boolean isNew, boolean isLate, boolean isWaiting) {
        if (isWaiting) {
            return Counts.NONE.withWaiting(1);
        }
        return isNew ? Counts.NONE.withTaken(1).withLate(isLate ? 1 : 0) : Counts.NONE.withRepeated(1);
    }

    private static FactId idOf(Object report) {
        if (report instanceof Submission submission) {
            return submission.factId();
        }
        return report instanceof FactReport fact ? fact.id() : ((ChatReport) report).id();
    }
}
