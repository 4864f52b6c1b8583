package io.hourglass.chat.judging;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.abnormal.AbnormalFigures;
import io.hourglass.chat.policy.ChatCalendar;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.sla.days.DayRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens between one buyer and one account on one natural day, in local time; recorded at once unless said otherwise. */
final class Talk {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final ConsultationId ID = new ConsultationId("c1");
    private static final Set<AuthorKind> COUNTING =
            Set.of(AuthorKind.HUMAN, AuthorKind.AI_ASSISTED, AuthorKind.AI_AGENT);

    private final ZoneId zone;
    private final LocalDate day;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Fact> marks = new ArrayList<>();
    private boolean amongColleagues;
    private int made;

    private Talk(ZoneId zone, LocalDate day) {
        this.zone = zone;
        this.day = day;
    }

    static Talk onMonday() {
        return new Talk(SHANGHAI, MONDAY);
    }

    static Talk on(LocalDate day, String zone) {
        return new Talk(ZoneId.of(zone), day);
    }

    Talk asked(String time) {
        return between(ChatFactKind.ASKED, null, at(time), at(time));
    }

    Talk askedAndLearned(String time, LocalDateTime learned) {
        return between(ChatFactKind.ASKED, null, at(time), instant(learned));
    }

    Talk transferred(String time) {
        return between(ChatFactKind.TRANSFERRED, null, at(time), at(time));
    }

    Talk blocked(String time) {
        return between(ChatFactKind.BLOCKED, null, at(time), at(time));
    }

    Talk wrote(AuthorKind author, String time) {
        return between(ChatFactKind.WROTE, author, at(time), at(time));
    }

    Talk wroteAndLearned(AuthorKind author, String time, LocalDateTime learned) {
        return between(ChatFactKind.WROTE, author, at(time), instant(learned));
    }

    /** Of the last fact. */
    Talk retracted(LocalDateTime learned) {
        return amended(ChatFactKind.RETRACTED, null, learned, last());
    }

    Talk retracted(FactId about, LocalDateTime learned) {
        return amended(ChatFactKind.RETRACTED, null, learned, about);
    }

    /** Of the last fact. */
    Talk reclassified(AuthorKind author, LocalDateTime learned) {
        return amended(ChatFactKind.RECLASSIFIED, author, learned, last());
    }

    Talk marked(ChatFactKind mark, LocalDateTime when) {
        return markedAndLearned(mark, when, when);
    }

    Talk markedAndLearned(ChatFactKind mark, LocalDateTime when, LocalDateTime learned) {
        marks.add(fact(mark, null, instant(when), instant(learned), null));
        return this;
    }

    /** Of the last mark. */
    Talk unmarked(LocalDateTime learned) {
        var about = marks.get(marks.size() - 1).id();
        marks.add(fact(ChatFactKind.RETRACTED, null, instant(learned), instant(learned), about));
        return this;
    }

    Talk amongColleagues() {
        amongColleagues = true;
        return this;
    }

    /** The id of the last fact between the two. */
    FactId last() {
        return facts.get(facts.size() - 1).id();
    }

    Consultation consultation() {
        return new Consultation(ID, calendar(zone).day(day), facts, marks, amongColleagues);
    }

    /** Of the first version of the rules in a zone. */
    static ChatCalendar calendar(ZoneId zone) {
        var days = new DayRules(Instant.EPOCH, zone, Duration.ZERO, 1, 30, null);
        var policy = new ChatPolicy(1, days, LocalTime.of(6, 0), AbnormalFigures.usual(), COUNTING);
        return new ChatCalendar(() -> List.of(policy));
    }

    /** Once the books are closed. */
    ChatRule rule() {
        return ChatJudge.judge(consultation(), instant(day.plusDays(9).atStartOfDay()))
                .orElseThrow()
                .rule();
    }

    /** @return null while nothing that could open it is known */
    @Nullable
    ChatRule ruleAt(LocalDateTime asOf) {
        return ruleAt(instant(asOf));
    }

    @Nullable
    ChatRule ruleAt(Instant asOf) {
        return ChatJudge.judge(consultation(), asOf).map(ChatJudgement::rule).orElse(null);
    }

    Instant at(String time) {
        return instant(day.atTime(LocalTime.parse(time)));
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private Talk between(ChatFactKind kind, @Nullable AuthorKind author, Instant at, Instant recorded) {
        facts.add(fact(kind, author, at, recorded, null));
        return this;
    }

    private Talk amended(ChatFactKind kind, @Nullable AuthorKind author, LocalDateTime learned, FactId about) {
        facts.add(fact(kind, author, instant(learned), instant(learned), about));
        return this;
    }

    private Fact fact(
            ChatFactKind kind, @Nullable AuthorKind author, Instant at, Instant recorded, @Nullable FactId about) {
        made++;
        return Fact.builder()
                .id(new FactId("f" + made))
                .caseId(ID)
                .kind(kind)
                .author(author)
                .occurredAt(at)
                .recordedAt(recorded)
                .about(about)
                .build();
    }
}
