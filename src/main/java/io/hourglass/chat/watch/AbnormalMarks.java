package io.hourglass.chat.watch;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The marks of caught accounts as facts, which the judge reads. Each has an id of its own, by which it is recorded once. */
@Component
public class AbnormalMarks {

    private static final String PREFIX = ExternalId.OWN + "abnormal.";
    private static final String CAUGHT = ".caught";
    private static final String CONFIRMED = ".confirmed";
    private static final String TAKEN_BACK = ".taken-back";

    private final RecordChat record;

    AbnormalMarks(RecordChat record) {
        this.record = record;
    }

    /** By a rule: ahead alone. */
    void caught(CaughtAccount account) {
        mark(account, CAUGHT, account.actsFrom());
    }

    /** By people: from the instant of the catch on. */
    public void confirmed(CaughtAccount account) {
        mark(account, CONFIRMED, account.caughtAt());
    }

    /**
     * None of its marks holds any more.
     *
     * @param account as it was before that
     */
    public void takenBack(CaughtAccount account) {
        var ofRule = account.caught() == null ? Stream.<String>of() : Stream.of(CAUGHT);
        var ofPeople = account.state() == CatchState.CONFIRMED ? Stream.of(CONFIRMED) : Stream.<String>of();
        Stream.concat(ofRule, ofPeople).forEach(mark -> retract(account, mark));
    }

    private void mark(CaughtAccount account, String which, Instant at) {
        record.recordOwn(ChatReport.builder()
                .id(id(account, which))
                .kind(ChatFactKind.MARKED_ABNORMAL)
                .buyer(account.buyer())
                .channel(Channel.WEB)
                .occurredAt(at)
                .build());
    }

    private void retract(CaughtAccount account, String which) {
        record.recordOwn(ChatReport.builder()
                .id(id(account, which + TAKEN_BACK))
                .kind(ChatFactKind.RETRACTED)
                .about(id(account, which))
                .channel(Channel.WEB)
                .build());
    }

    private static FactId id(CaughtAccount account, String which) {
        return new FactId(PREFIX + account.id() + which);
    }
}
