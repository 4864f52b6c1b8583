package io.hourglass.inquiry.books;

import io.hourglass.inquiry.judging.InquiryTerms;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.books.BooksCalendar;
import io.hourglass.sla.days.DayCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Registers inquiries as a track: what its states and rules are called, and the calendar of its books. */
@Component
class InquiryTrack extends DayCalendar implements BooksCalendar {

    InquiryTrack(Policies policies) {
        super(policies.days());
    }

    @Bean
    static TrackTerms inquiryTerms() {
        return InquiryTerms.TERMS;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }
}
