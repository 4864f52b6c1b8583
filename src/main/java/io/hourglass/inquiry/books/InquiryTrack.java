package io.hourglass.inquiry.books;

import io.hourglass.inquiry.judging.InquiryTerms;
import io.hourglass.kernel.Track;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.books.BooksCalendar;
import io.hourglass.sla.Policies;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Registers inquiries as a track: what its states and rules are called, and the calendar of its books. */
@Component
class InquiryTrack implements BooksCalendar {

    private final Policies policies;

    InquiryTrack(Policies policies) {
        this.policies = policies;
    }

    @Bean
    static TrackTerms inquiryTerms() {
        return InquiryTerms.TERMS;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
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
