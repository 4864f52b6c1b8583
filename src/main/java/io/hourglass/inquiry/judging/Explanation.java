package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.Messages;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.time.SpanFormat;
import io.hourglass.kernel.time.ZonedFormat;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A judgement in words, the same for every reader (R32). */
public final class Explanation {

    private static final int MAX_REPLIES = 5;
    private static final String ON_PAGE = ".PAGE";

    /** Those that a reply could have made another. */
    private static final Set<InquiryRule> DISPUTABLE = EnumSet.of(
            InquiryRule.NO_COUNTING_REPLY,
            InquiryRule.SYNC_GAP_OVER_DEADLINE,
            InquiryRule.OUTAGE_OVER_DEADLINE,
            InquiryRule.ANSWERED_AFTER_DEADLINE);

    /** Those that ask for replies. */
    private static final Set<InquiryRule> OF_REPLIES = EnumSet.of(
            InquiryRule.NO_COUNTING_REPLY,
            InquiryRule.SYNC_GAP_OVER_DEADLINE,
            InquiryRule.OUTAGE_OVER_DEADLINE,
            InquiryRule.ANSWERED_AFTER_DEADLINE,
            InquiryRule.ANSWERED_BY_DEADLINE,
            InquiryRule.DEADLINE_AHEAD,
            InquiryRule.REJECTED_IN_WINDOW,
            InquiryRule.WITHDRAWN_BEFORE_DEADLINE);

    private final Grounds grounds;
    private final Judgement judgement;
    private final Deadlines clocks;
    private final Locale locale;
    private final ZoneId zone;
    private final boolean isOnPage;
    private final ResourceBundle words;
    private final Set<Mention> mentions = new LinkedHashSet<>();

    private Explanation(Grounds grounds, Locale locale, ZoneId zone, boolean isOnPage) {
        this.grounds = grounds;
        this.judgement = grounds.judgement();
        this.clocks = judgement.clocks();
        this.locale = locale;
        this.zone = zone;
        this.isOnPage = isOnPage;
        this.words = Messages.of("io.hourglass.inquiry.judging.explanations", locale);
    }

    /** What an explanation speaks of. */
    public record Mention(Subject what, String id) {

        /** Of what kind it is. */
        public enum Subject {
            FACT,
            INQUIRY,
            DISPUTE
        }
    }

    /**
     * An explanation as pages show it: its sentences name things by what they are and when, their ids stand beside it.
     *
     * @param mentions in the order of the text, each once
     */
    public record OnPage(String text, List<Mention> mentions) {

        public OnPage {
            mentions = List.copyOf(mentions);
        }
    }

    /**
     * As programs read it, with the ids of what it speaks of.
     *
     * @param locale Chinese, or else English
     * @param zone in which instants are shown
     */
    public static String of(Grounds grounds, Locale locale, ZoneId zone) {
        return new Explanation(grounds, locale, zone, false).text();
    }

    /**
     * As people read it, without an id in its sentences.
     *
     * @param locale Chinese, or else English
     * @param zone in which instants are shown
     */
    public static OnPage onPage(Grounds grounds, Locale locale, ZoneId zone) {
        var explanation = new Explanation(grounds, locale, zone, true);
        var text = explanation.text();
        return new OnPage(text, List.copyOf(explanation.mentions));
    }

    private String text() {
        var said = new ArrayList<String>();
        said.add(decision());
        earlyFact(said);
        if (judgement.undelivered()) {
            said.add(say("UNDELIVERED"));
        }
        repliesThatDoNotCount(said);
        knownLate(said);
        dispute(said);
        return String.join(" ", said);
    }

    private String decision() {
        var fact = decidingFact();
        var anchor = judgement.anchor();
        if (anchor != null && !anchor.equals(judgement.inquiry())) {
            mention(Mention.Subject.INQUIRY, anchor);
        }
        return say(
                rule(),
                fact,
                anchor,
                shown(clocks.replyDeadline()),
                shown(clocks.windowCloses()),
                shown(clocks.booksClose()),
                Integer.toString(judgement.policyVersion()),
                distance());
    }

    /** Where a reply came after the close, "none is known" would be denied by what stands below it. */
    private String rule() {
        var name = judgement.rule().name();
        return grounds.hasReplyTooLate() && words.containsKey(name + ".LOCKED") ? name + ".LOCKED" : name;
    }

    private @Nullable String decidingFact() {
        var fact = grounds.decidingFact();
        return fact == null ? named(judgement.decidingFact()) : fact(fact);
    }

    private @Nullable String named(@Nullable Object id) {
        if (id == null) {
            return null;
        }
        mention(Mention.Subject.FACT, id);
        return say("FACT", id);
    }

    private String fact(Fact fact) {
        mention(Mention.Subject.FACT, fact.id());
        return fact.caseId().equals(judgement.inquiry())
                ? say("FACT.AT", fact.id(), shown(fact.occurredAt()))
                : say("FACT.ELSEWHERE", fact.id(), shown(fact.occurredAt()), fact.caseId());
    }

    /** How early or late the deciding reply was. */
    private String distance() {
        var fact = grounds.decidingFact();
        if (fact == null) {
            return say(judgement.rule() == InquiryRule.ANSWERED_AFTER_DEADLINE ? "DISTANCE.LATE" : "DISTANCE.IN_TIME");
        }
        var counted = fact.occurredAt().isBefore(clocks.receivedAt()) ? clocks.receivedAt() : fact.occurredAt();
        var left = Duration.between(counted, clocks.replyDeadline());
        if (left.isZero()) {
            return say("DISTANCE.NONE");
        }
        return say(left.isNegative() ? "DISTANCE.AFTER" : "DISTANCE.BEFORE", SpanFormat.of(left.abs(), locale));
    }

    private void earlyFact(List<String> said) {
        var fact = grounds.decidingFact();
        if (fact == null || judgement.follows() != null || !fact.caseId().equals(judgement.inquiry())) {
            return;
        }
        if (fact.occurredAt().isBefore(clocks.receivedAt())) {
            said.add(say("COUNTED_AT_RECEIPT", shown(clocks.receivedAt())));
        }
    }

    private void repliesThatDoNotCount(List<String> said) {
        if (!OF_REPLIES.contains(judgement.rule())) {
            return;
        }
        var without = grounds.replies().stream()
                .filter(reply -> !reply.effect().isInForce() && isBeforeTheDecision(reply))
                .toList();
        without.stream().limit(MAX_REPLIES).map(this::whyNot).forEach(said::add);
        if (without.size() > MAX_REPLIES) {
            said.add(say("MORE_REPLIES", without.size() - MAX_REPLIES));
        }
    }

    private boolean isBeforeTheDecision(Reply reply) {
        var decided = grounds.decidingFact();
        return decided == null || reply.fact().occurredAt().isBefore(decided.occurredAt());
    }

    private String whyNot(Reply reply) {
        var correction = reply.correction();
        var which = fact(reply.fact());
        return switch (reply.effect()) {
            case RETRACTED -> say("REPLY.RETRACTED", which, correction == null ? "" : fact(correction));
            case REFUSED -> say("REPLY.BEFORE_RECEIPT", which, shown(reply.receivedAt()));
            case NO_ANSWER -> noAnswer(reply, which);
            default -> tooLate(reply, which);
        };
    }

    private String noAnswer(Reply reply, String which) {
        var correction = reply.correction();
        var author = reply.author();
        if (reply.authorCounts()) {
            return say("REPLY.TEXTLESS", which);
        }
        return correction == null
                ? say("REPLY.AUTHOR", which, author(author))
                : say("REPLY.RECLASSIFIED", which, author(author), fact(correction));
    }

    private String author(@Nullable AuthorKind author) {
        return author == null
                ? say("AUTHOR.UNKNOWN")
                : Messages.of("messages", locale).getString("trace.author." + author);
    }

    private String tooLate(Reply reply, String which) {
        var close = clocks.booksClose();
        var fact = reply.fact();
        if (fact.recordedAt().isAfter(close)) {
            return say("REPLY.KNOWN_LATE", which, shown(fact.recordedAt()), shown(close));
        }
        return say(
                fact.occurredAt().isBefore(close) ? "REPLY.CORRECTED_LATE" : "REPLY.HAPPENED_LATE",
                which,
                shown(close));
    }

    private void knownLate(List<String> said) {
        var verdict = judgement.verdict();
        if (verdict != null && !verdict.excludes()) {
            grounds.knownLate().forEach(fact -> said.add(knownLate(fact)));
        }
    }

    private String knownLate(Fact fact) {
        var kind = Messages.of("messages", locale).getString("trace.kind." + fact.kind());
        return say("KNOWN_LATE", kind, fact(fact), shown(fact.recordedAt()), shown(clocks.booksClose()));
    }

    private void dispute(List<String> said) {
        var until = grounds.disputableUntil();
        var verdict = judgement.verdict();
        var mayBeOther = DISPUTABLE.contains(judgement.rule())
                || (verdict != null
                        && !verdict.excludes()
                        && !grounds.knownLate().isEmpty());
        if (until != null && mayBeOther) {
            said.add(say(grounds.asOf().isAfter(until) ? "NO_LONGER_DISPUTABLE" : "DISPUTABLE", shown(until)));
        }
        var accepted = grounds.dispute();
        if (accepted != null) {
            mention(Mention.Subject.DISPUTE, accepted.dispute());
            said.add(say("RESTS_ON_DISPUTE", accepted.dispute(), shown(accepted.at())));
        }
    }

    private void mention(Mention.Subject what, Object id) {
        mentions.add(new Mention(what, id.toString()));
    }

    private String say(String key, @Nullable Object... values) {
        var onPage = key + ON_PAGE;
        var pattern = words.getString(isOnPage && words.containsKey(onPage) ? onPage : key);
        return new MessageFormat(pattern, locale).format(values);
    }

    private String shown(Instant instant) {
        return new ZonedFormat(zone).exact(instant);
    }
}
