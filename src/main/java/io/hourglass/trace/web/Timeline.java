package io.hourglass.trace.web;

import io.hourglass.inquiry.judging.Explanation.Mention;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.trace.FactTrace;
import io.hourglass.trace.web.DecisionWords.DecisionText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What happened, in words and in the order of time; what happened at one instant, in the order of cause and effect. */
final class Timeline {

    private final MessageSource messages;
    private final Locale locale;
    private final ZonedFormat format;
    private final List<Line> lines = new ArrayList<>();

    private Timeline(MessageSource messages, Locale locale, ZonedFormat format) {
        this.messages = messages;
        this.locale = locale;
        this.format = format;
    }

    /** Where a line comes from; at one instant in this order. */
    enum Source {
        FACT,
        TIMER,
        DISPUTE,
        DECISION,
        NOTICE,
        REFERRAL
    }

    /**
     * @param more a second sentence; null if there is none
     * @param mentions what both speak of
     */
    record Line(Instant at, Source source, String text, @Nullable String more, List<Mention> mentions) {}

    /** @param decided the words of the trace's decisions, in their order */
    static List<Line> of(
            TraceView trace, List<DecisionText> decided, MessageSource messages, Locale locale, ZonedFormat format) {
        var timeline = new Timeline(messages, locale, format);
        trace.facts().forEach(timeline::fact);
        trace.timers().forEach(timeline::timer);
        trace.disputes().forEach(timeline::dispute);
        for (var i = 0; i < decided.size(); i++) {
            timeline.decision(trace.decisions().get(i), decided.get(i));
        }
        trace.notices()
                .forEach(notice -> timeline.add(
                        notice.toldAt(), Source.NOTICE, timeline.say("trace.notice." + notice.kind()), null));
        if (trace.referral() != null) {
            timeline.referral(trace.referral());
        }
        timeline.lines.sort(Comparator.comparing(Line::at).thenComparing(Line::source));
        return List.copyOf(timeline.lines);
    }

    private void fact(FactTrace fact) {
        var author = fact.author();
        var kind = say("trace.kind." + fact.kind());
        var text = author == null ? say("trace.line.fact", kind) : say("trace.line.factBy", kind, author(author));
        var itself = new Mention(Mention.Subject.FACT, fact.id());
        var mentions = fact.inquiry() == null
                ? List.of(itself)
                : List.of(itself, new Mention(Mention.Subject.INQUIRY, fact.inquiry()));
        add(fact.occurredAt(), Source.FACT, text, learned(fact), mentions);
    }

    /** The effect of a fact, and when it was recorded if that was not immediately. */
    private @Nullable String learned(FactTrace fact) {
        var said = new ArrayList<String>();
        if (fact.delayMs() != 0) {
            said.add(say("trace.line.learned", format.exact(fact.recordedAt()), format.span(fact.delayMs())));
        }
        if (fact.inquiry() != null) {
            said.add(say("trace.line.elsewhere"));
        }
        switch (fact.effect()) {
            case STANDS -> {}
            case REFUSED -> said.add(say("trace.refusal." + fact.refusal()));
            default -> said.add(say("trace.effect." + fact.effect()));
        }
        return said.isEmpty() ? null : String.join(" ", said);
    }

    private void timer(TimerView timer) {
        if (timer.firedAt() != null) {
            var late = format.span(Objects.requireNonNullElse(timer.latenessMs(), 0L));
            add(timer.firedAt(), Source.TIMER, say("trace.line.timer", say("trace.timer." + timer.node()), late), null);
        }
    }

    private void decision(DecisionTrace decision, DecisionText words) {
        add(
                decision.bookedAt(),
                Source.DECISION,
                say("trace.line.decision", say("trace.state." + decision.state())),
                words.why() + " " + words.cause(),
                words.mentions());
    }

    private void dispute(DisputeTrace dispute) {
        var itself = List.of(new Mention(Mention.Subject.DISPUTE, dispute.id()));
        var claim = say("trace.kind." + dispute.claim().kind());
        add(dispute.raisedAt(), Source.DISPUTE, say("trace.line.disputed", claim), null, itself);
        var decision = dispute.decision();
        if (decision != null) {
            var state = say("trace.disputeState." + dispute.state());
            add(decision.at(), Source.DISPUTE, say("trace.line.disputeEnded", state), decision.reason(), itself);
        }
    }

    private void referral(ReferralTrace referral) {
        var offered = referral.offer().size();
        add(referral.askedAt(), Source.REFERRAL, say("trace.line.offered", offered), null);
        if (referral.decidedAt() != null) {
            add(referral.decidedAt(), Source.REFERRAL, say("trace.referral." + referral.state()), null);
        }
    }

    private String author(AuthorKind author) {
        return say("trace.author." + author);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private void add(Instant at, Source source, String text, @Nullable String more) {
        add(at, source, text, more, List.of());
    }

    private void add(Instant at, Source source, String text, @Nullable String more, List<Mention> mentions) {
        lines.add(new Line(at, source, text, more, mentions));
    }
}
