package io.hourglass.bench.work;

import io.hourglass.bench.work.Happening.Role;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The inquiries of one simulated day, and what happens to them. */
public record Slice(Timetable times, List<Lifecycle> lifecycles) {

    public LocalDate day() {
        return times.day();
    }

    public int size() {
        return lifecycles.size();
    }

    public int open() {
        return (int) lifecycles.stream().filter(one -> !one.isSpam()).count();
    }

    /** The replies and rejections in time. */
    public List<Happening> answers() {
        return lifecycles.stream()
                .filter(one -> one.course() == Course.REPLIED || one.course() == Course.REJECTED)
                .map(one -> one.answer(times.answers()))
                .toList();
    }

    public List<Happening> requests() {
        return those(one -> one.course() == Course.ALTERNATIVES).stream()
                .map(one -> new Happening(one, Role.REQUEST, InquiryFactKind.ALTERNATIVES_REQUESTED, times.lateFacts()))
                .toList();
    }

    /** A second reply in time, or the first one after the deadline; either way it is learned of late. */
    public List<Happening> lateEvidence() {
        return those(Lifecycle::lateEvidence).stream()
                .map(one -> new Happening(one, Role.LATE_EVIDENCE, InquiryFactKind.REPLIED, occurrence(one)))
                .toList();
    }

    /** How many of its inquiries must end in each state. */
    public Map<InquiryState, Integer> verdicts() {
        var expected = new EnumMap<InquiryState, Integer>(InquiryState.class);
        lifecycles.forEach(one -> expected.merge(one.verdict(), 1, Integer::sum));
        return expected;
    }

    private Instant occurrence(Lifecycle one) {
        return one.lateEvidenceDecides() ? times.lateFacts() : times.answers().plus(Duration.ofHours(1));
    }

    private List<Lifecycle> those(Predicate<Lifecycle> wanted) {
        return lifecycles.stream().filter(wanted).toList();
    }
}
