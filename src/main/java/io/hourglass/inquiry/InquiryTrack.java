package io.hourglass.inquiry;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.CaseId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.Track;
import io.hourglass.kernel.TrackDay;
import io.hourglass.kernel.TrackTerms;
import io.hourglass.rate.BooksCalendar;
import io.hourglass.sla.Deadlines;
import io.hourglass.sla.Policies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Registers inquiries as a track: what its states and rules are called, and the calendar of its books. */
@Component
class InquiryTrack implements TrackTerms, BooksCalendar {

    private final Policies policies;

    InquiryTrack(Policies policies) {
        this.policies = policies;
    }

    /** The day of the books that an inquiry belongs to. */
    static TrackDay dayOf(Deadlines clocks) {
        return TrackDay.ofInquiries(clocks.day());
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public CaseId caseOf(String value) {
        return new InquiryId(value);
    }

    @Override
    public Collection<InquiryState> states() {
        return List.of(InquiryState.values());
    }

    @Override
    public Collection<InquiryFactKind> factKinds() {
        return List.of(InquiryFactKind.values());
    }

    @Override
    public InquiryFactKind factKind(String name) {
        return InquiryFactKind.valueOf(name);
    }

    @Override
    public InquiryState state(String name) {
        return InquiryState.valueOf(name);
    }

    @Override
    public InquiryRule rule(String name) {
        return InquiryRule.valueOf(name);
    }

    @Override
    public LocalDate dayOf(Instant instant) {
        return policies.dayOf(instant);
    }

    @Override
    public Instant closesAt(LocalDate day) {
        return policies.days().closesAt(day);
    }

    @Override
    public LocalDate publishedOn(LocalDate day) {
        return policies.days().publishedOn(day);
    }

    @Override
    public LocalDate completing(LocalDate on) {
        return policies.days().completing(on);
    }

    @Override
    public boolean completes(LocalDate day) {
        return policies.days().completes(day);
    }

    @Override
    public int windowDays(LocalDate last) {
        return policies.days().windowDays(last);
    }

    @Override
    public LocalDate lastCovering(LocalDate day) {
        return policies.days().lastCovering(day);
    }
}
