package io.hourglass.chat.intake;

import io.hourglass.batch.Batched;
import io.hourglass.batch.Together;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.BuyersSeen;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.steps.ConsultationCourse;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.SentId;
import io.hourglass.evidence.SentId.Source;
import io.hourglass.evidence.StoredFact;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Refused;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.rate.books.Cause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what happened in a chat: the fact first, then the judge, then whatever process still lives. */
@Component
public class RecordChat {

    private final FactIntake intake;
    private final KeepChat keep;
    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final ConsultationCourse course;
    private final ChatsOfBuyer chats;
    private final BuyersSeen seen;

    RecordChat(
            FactIntake intake,
            KeepChat keep,
            Consultations consultations,
            JudgedConsultations cases,
            ConsultationCourse course,
            ChatsOfBuyer chats,
            BuyersSeen seen) {
        this.intake = intake;
        this.keep = keep;
        this.consultations = consultations;
        this.cases = cases;
        this.course = course;
        this.chats = chats;
        this.seen = seen;
    }

    /**
     * @param isNew false if the same had been sent before
     * @param consultation that it is of, as it stands now; null for what is of a buyer's account
     */
    public record Recorded(StoredFact fact, boolean isNew, @Nullable JudgedConsultation consultation) {

        /** The case that it is of. */
        public ConsultationId id() {
            return ConsultationId.of(fact.fact().caseId());
        }

        /** Where its consultation stands; empty for what is of a buyer's account, or as long as nothing opens it. */
        public Optional<ChatState> state() {
            return Optional.ofNullable(consultation).flatMap(JudgedConsultation::state);
        }
    }

    /**
     * @throws NotFound if there is no such fact for a correction to speak about
     * @throws io.hourglass.evidence.FactConflict if the id is known with other content
     * @throws io.hourglass.kernel.InvalidInput if it cannot have happened, or is dated in the future
     */
    @Batched
    public Recorded record(ChatReport report) {
        return record(report, Source.MARKETPLACE);
    }

    /** One that the program makes itself, under an id of its own. */
    @Batched
    public Recorded recordOwn(ChatReport report) {
        return record(report, Source.PROGRAM);
    }

    /** @param reports in the order in which they are to be taken */
    public record Reports(List<ChatReport> reports) implements Together {

        public Reports {
            reports = List.copyOf(reports);
        }

        @Override
        public List<ChatReport> members() {
            return reports;
        }
    }

    /**
     * What became of one of many.
     *
     * @param recorded null if it was refused
     * @param refusal see {@link #record}; null if it was not
     */
    public record Taken(@Nullable Recorded recorded, @Nullable RuntimeException refusal) {}

    /** The same for many at once, in their order; one that is refused keeps no other away. */
    @Batched
    public List<Taken> recordAll(Reports reports) {
        return reports.reports().stream().map(this::take).toList();
    }

    /** Whatever refuses does so before anything of it is written. */
    private Taken take(ChatReport report) {
        try {
            return new Taken(record(report, Source.MARKETPLACE), null);
        } catch (InvalidInput | NotFound | Refused e) {
            return new Taken(null, e);
        }
    }

    private Recorded record(ChatReport report, Source source) {
        var known = intake.known(new SentId(source, report.id().value(), FactId.MAX_LENGTH), report.content());
        return known.map(fact -> new Recorded(fact, false, judged(fact))).orElseGet(() -> follow(keep.keep(report)));
    }

    private Recorded follow(StoredFact kept) {
        var cause = new Cause(Cause.Kind.FACT, kept.fact().id().value());
        var judged = judged(kept);
        if (judged == null) {
            chats.judgeAgain(kept.fact(), cause);
        } else {
            course.follow(judged, cause);
            seen.note(judged.kept().buyer());
        }
        return new Recorded(kept, true, judged);
    }

    private @Nullable JudgedConsultation judged(StoredFact stored) {
        return consultations
                .lock(ConsultationId.of(stored.fact().caseId()))
                .map(cases::of)
                .orElse(null);
    }
}
