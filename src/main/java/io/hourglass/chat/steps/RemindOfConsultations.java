package io.hourglass.chat.steps;

import io.hourglass.chat.books.ChatEvents;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.policy.ChatDay;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.events.Lookout;
import io.hourglass.messages.rules.RulesOfMessages;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Reminds of consultations that are open, at instants before the end of their day that the rules of messages set, a part of the
 * day at a time. What is opened later than that is not reminded of.
 */
@Component
class RemindOfConsultations implements Lookout {

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final ChatPolicies policies;
    private final RulesOfMessages rules;
    private final Events events;

    RemindOfConsultations(
            Consultations consultations,
            JudgedConsultations cases,
            ChatPolicies policies,
            RulesOfMessages rules,
            Events events) {
        this.consultations = consultations;
        this.cases = cases;
        this.policies = policies;
        this.rules = rules;
        this.events = events;
    }

    @Override
    public EventKind kind() {
        return ChatEvents.DUE_SOON;
    }

    /** Of two instants that passed while nobody looked, the later. */
    @Override
    public void look(Instant after, Instant upTo) {
        var calendar = policies.calendar();
        var day = calendar.day(calendar.dayOf(upTo));
        rules.now().reminders().stream()
                .sorted()
                .filter(before -> isPassed(day.end().minus(before), after, upTo))
                .findFirst()
                .ifPresent(before -> remind(day, before, upTo));
    }

    private static boolean isPassed(Instant instant, Instant after, Instant upTo) {
        return instant.isAfter(after) && !instant.isAfter(upTo);
    }

    private void remind(ChatDay day, Duration before, Instant at) {
        consultations
                .openedInParts(day.date())
                .flatMap(part -> cases.ofMany(part).stream())
                .filter(one -> one.state().filter(ChatState.OPEN::equals).isPresent())
                .forEach(one -> events.append(of(one, day, before, at)));
    }

    private static Event of(JudgedConsultation open, ChatDay day, Duration before, Instant at) {
        return Event.of(ChatEvents.DUE_SOON, open.kept().id(), at)
                .with("account", open.kept().account().value())
                .with("shop", open.kept().shop().value())
                .with("dueAt", day.end())
                .with("before", before);
    }
}
