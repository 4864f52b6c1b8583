package io.hourglass.inquiry.lists;

import static java.util.stream.Collectors.toSet;

import io.hourglass.inquiry.events.InquiryEvents;
import io.hourglass.inquiry.lists.DueReplies.DueReply;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.events.Lookout;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.messages.rules.RulesOfMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reminds of replies that are owed, at instants before their deadline that the rules of messages set: of each once at each, the
 * judge asked whether it is owed, and never once the deadline has passed. Of two instants that passed while nobody looked, the later.
 */
@Component
class RemindOfReplies implements Lookout {

    private final DueReplies due;
    private final OwedReplies owed;
    private final RulesOfMessages rules;
    private final Events events;

    RemindOfReplies(DueReplies due, OwedReplies owed, RulesOfMessages rules, Events events) {
        this.due = due;
        this.owed = owed;
        this.rules = rules;
        this.events = events;
    }

    @Override
    public EventKind kind() {
        return InquiryEvents.DUE_SOON;
    }

    @Override
    public void look(Instant after, Instant upTo) {
        var reminded = new HashSet<InquiryId>();
        rules.now().reminders().stream().sorted().forEach(before -> remind(after, upTo, before, reminded));
    }

    private void remind(Instant after, Instant upTo, Duration before, Set<InquiryId> reminded) {
        var from = after.plus(before);
        var found = due.dueWithin(from.isAfter(upTo) ? from : upTo, upTo.plus(before)).stream()
                .filter(one -> reminded.add(one.inquiry()))
                .toList();
        var answered = owed.notOwed(ids(found));
        found.stream()
                .filter(one -> !answered.contains(one.inquiry()))
                .forEach(one -> events.append(Event.of(kind(), one.inquiry(), upTo)
                        .with("supplier", one.supplier().value())
                        .with("dueAt", one.dueAt())
                        .with("before", before)));
    }

    private static Set<InquiryId> ids(List<DueReply> found) {
        return found.stream().map(DueReply::inquiry).collect(toSet());
    }
}
