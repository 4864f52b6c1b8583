package io.hourglass.replay.chat;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.DescribeAccount;
import io.hourglass.chat.intake.DescribeAccount.Description;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.intake.RecordChat.Reports;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.engine.DueTimers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plays the chats of the sample marketplace, each in the hour in which it was. */
@Component
public class SampleTalk {

    private final DescribeAccount accounts;
    private final RecordChat record;
    private final ChatPolicies policies;
    private final DueTimers timers;

    SampleTalk(DescribeAccount accounts, RecordChat record, ChatPolicies policies, DueTimers timers) {
        this.accounts = accounts;
        this.record = record;
        this.policies = policies;
        this.timers = timers;
    }

    /** Puts the accounts of the shops on the list; these are described already. */
    public Playing begin(Instant until) {
        SampleChats.SEATS.forEach(seat -> accounts.describe(new Description(seat.account(), seat.shop(), seat.name())));
        var zone = policies.calendar()
                .day(policies.calendar().dayOf(until))
                .policy()
                .days()
                .zone();
        return new Playing(SampleChats.upTo(until, zone));
    }

    /** What is still to be played. */
    public final class Playing {

        private final Deque<ChatReport> ahead;

        private Playing(List<ChatReport> all) {
            ahead = new ArrayDeque<>(all);
        }

        /** Plays what occurred up to that instant. */
        public void upTo(Instant instant) {
            while (isDue(instant)) {
                var hour = hourOf(ahead.getFirst());
                var together = new ArrayList<ChatReport>();
                while (isDue(instant) && hourOf(ahead.getFirst()).equals(hour)) {
                    together.add(ahead.removeFirst());
                }
                take(together);
            }
        }

        private boolean isDue(Instant instant) {
            return !ahead.isEmpty() && !SampleChats.at(ahead.getFirst()).isAfter(instant);
        }

        private static Instant hourOf(ChatReport report) {
            return SampleChats.at(report).truncatedTo(ChronoUnit.HOURS);
        }
    }

    private void take(List<ChatReport> together) {
        timers.advanceUpTo(SampleChats.at(together.get(together.size() - 1)));
        record.recordAll(new Reports(together)).stream()
                .flatMap(taken -> Stream.ofNullable(taken.refusal()))
                .findFirst()
                .ifPresent(refusal -> {
                    throw new IllegalStateException("a message of the sample is refused", refusal);
                });
    }
}
