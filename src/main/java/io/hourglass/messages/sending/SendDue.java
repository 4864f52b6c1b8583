package io.hourglass.messages.sending;

import io.hourglass.messages.calls.Answer;
import io.hourglass.messages.calls.CallSettings;
import io.hourglass.messages.calls.HttpCalls;
import io.hourglass.messages.outbox.CloudEvents;
import io.hourglass.messages.sending.ClaimDue.Due;
import io.hourglass.messages.sending.KeepOutcomes.Answered;
import io.hourglass.messages.signing.SignedMessages;
import io.hourglass.messages.webhooks.Delivery.Failure;
import io.hourglass.messages.webhooks.Webhook;
import io.hourglass.messages.webhooks.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Sends what is due to each webhook, a bounded number at once: one that does not answer holds back no other. To be called again and
 * again, by one thread.
 */
@Component
public class SendDue {

    private final Webhooks webhooks;
    private final ClaimDue claims;
    private final KeepOutcomes outcomes;
    private final SignedMessages messages;
    private final HttpCalls calls;
    private final CallSettings settings;
    private final Clock clock;
    private final Set<Sending> underWay = ConcurrentHashMap.newKeySet();
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);

    public SendDue(
            Webhooks webhooks,
            ClaimDue claims,
            KeepOutcomes outcomes,
            SignedMessages messages,
            HttpCalls calls,
            CallSettings settings,
            Clock clock) {
        this.webhooks = webhooks;
        this.claims = claims;
        this.outcomes = outcomes;
        this.messages = messages;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    private static final class Sending {

        private final Webhook webhook;
        private final Due due;
        private final Instant until;
        private volatile Runnable breakOff = () -> {};

        Sending(Webhook webhook, Due due, Instant until) {
            this.webhook = webhook;
            this.due = due;
            this.until = until;
        }
    }

    /** Writes what came of calls, and begins as many as are due and may be under way. @return how many it began */
    public int send() {
        breakOffOverdue();
        keepAnswered();
        var begun = 0;
        for (var webhook : webhooks.all()) {
            if (webhook.isEnabled()) {
                begun += send(webhook);
            }
        }
        return begun;
    }

    /** Until a call has been answered, or the time is over. */
    public void awaitNews(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /** How many calls are under way. */
    public int underWay() {
        return underWay.size();
    }

    /** Writes what came of calls; those that are under way are sent again later, as if this node had been lost. */
    public void stop() {
        underWay.forEach(sending -> sending.breakOff.run());
        underWay.clear();
        keepAnswered();
    }

    private int send(Webhook webhook) {
        var busy = underWay.stream()
                .filter(sending -> sending.webhook.id().equals(webhook.id()))
                .count();
        var free = settings.atOnce() - (int) busy;
        if (free <= 0) {
            return 0;
        }
        var due = claims.claim(webhook, settings.timeout(), free);
        due.forEach(one -> begin(webhook, one));
        return due.size();
    }

    private void begin(Webhook webhook, Due due) {
        var now = clock.instant();
        var message = messages.of(due.event(), webhook, now);
        var sending = new Sending(webhook, due, now.plus(settings.timeout()));
        underWay.add(sending);
        sending.breakOff = calls.post(
                webhook.url(), message.headers(), CloudEvents.TYPE, message.body(), answer -> end(sending, answer));
    }

    private void end(Sending sending, Answer answer) {
        if (underWay.remove(sending)) {
            answered.add(new Answered(sending.webhook.id(), sending.due.claimed(), answer));
            news.release();
        }
    }

    private void breakOffOverdue() {
        var now = clock.instant();
        for (var sending : underWay) {
            if (!now.isBefore(sending.until)) {
                sending.breakOff.run();
                end(sending, Answer.none(Failure.TIMEOUT));
            }
        }
    }

    /** What cannot be written now is written later. */
    private void keepAnswered() {
        List<Answered> some = new ArrayList<>();
        for (var one = answered.poll(); one != null; one = answered.poll()) {
            some.add(one);
        }
        try {
            outcomes.keep(some);
        } catch (RuntimeException e) {
            answered.addAll(some);
            throw e;
        }
    }
}
