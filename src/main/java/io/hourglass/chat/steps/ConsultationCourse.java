package io.hourglass.chat.steps;

import io.hourglass.batch.processes.Instances;
import io.hourglass.bpmn.ChatNodes;
import io.hourglass.chat.books.ChatEvents;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.Events;
import io.hourglass.rate.books.Books;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where the process of a consultation should be follows from the facts, and from nothing that the process went through (ADR 30):
 * it waits, or is over. Whatever the facts change, this brings the process and the books after.
 */
@Component
public class ConsultationCourse {

    static final String PROCESS = "chat";

    private final Instances instances;
    private final Books books;
    private final VerdictEntries entries;
    private final Events events;
    private final Clock clock;

    ConsultationCourse(Instances instances, Books books, VerdictEntries entries, Events events, Clock clock) {
        this.instances = instances;
        this.books = books;
        this.entries = entries;
        this.events = events;
        this.clock = clock;
    }

    /** The caller holds the consultation. */
    public void follow(JudgedConsultation judged, Cause cause) {
        judged.state().ifPresent(state -> follow(judged, state, cause));
    }

    private void follow(JudgedConsultation judged, ChatState state, Cause cause) {
        var key = judged.kept().id().value();
        if (state == ChatState.OUT_OF_BOOKS) {
            book(judged, cause);
        } else if (state != ChatState.OPEN && wake(key, state)) {
            return;
        } else if (!instances.lives(PROCESS, key) && (state == ChatState.OPEN || isNew(judged))) {
            tellIfNew(judged);
            bookChange(judged, cause);
            if (!instances.begin(PROCESS, key) && state != ChatState.OPEN) {
                book(judged, cause);
            }
        } else {
            bookChange(judged, cause);
        }
    }

    private void tellIfNew(JudgedConsultation judged) {
        if (events.isWanted(ChatEvents.OPENED) && isNew(judged)) {
            var kept = judged.kept();
            events.append(Event.of(ChatEvents.OPENED, kept.id(), clock.instant())
                    .with("account", kept.account().value())
                    .with("shop", kept.shop().value())
                    .with("openedAt", kept.openedAt())
                    .with("day", kept.day()));
        }
    }

    private boolean wake(String key, ChatState state) {
        return instances.wake(PROCESS, ChatNodes.KEEP_CONSULTATION_OPEN, key, ChatOutcome.of(state));
    }

    private boolean isNew(JudgedConsultation judged) {
        return entries.latestOf(List.of(judged.kept().id())).isEmpty();
    }

    /** One without an entry waits for its process to hand its outcome over. */
    private void bookChange(JudgedConsultation judged, Cause cause) {
        books.bookChanges(judged.inBooks().stream().toList(), cause, first -> false);
    }

    /** Books what the judge says, if there is something to say. */
    void book(JudgedConsultation judged, Cause cause) {
        judged.inBooks().ifPresent(one -> books.book(one, cause));
    }
}
