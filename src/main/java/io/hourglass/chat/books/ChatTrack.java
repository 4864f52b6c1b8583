package io.hourglass.chat.books;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatRule;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.books.BooksCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Registers chat as a track: what its states and rules are called, and the calendar of its books. */
@Component
class ChatTrack implements BooksCalendar {

    private final ChatPolicies policies;

    ChatTrack(ChatPolicies policies) {
        this.policies = policies;
    }

    @Bean
    static TrackTerms chatTerms() {
        return new TrackTerms(
                ConsultationId.CHAT, ConsultationId::new, ChatState.values(), ChatRule.values(), ChatFactKind.values());
    }

    @Override
    public Track track() {
        return ConsultationId.CHAT;
    }

    @Override
    public LocalDate dayOf(Instant instant) {
        return policies.calendar().dayOf(instant);
    }

    @Override
    public Instant closesAt(LocalDate day) {
        return policies.calendar().day(day).booksClose();
    }

    /** On the next day, after the close. */
    @Override
    public LocalDate publishedOn(LocalDate day) {
        return day.plusDays(1);
    }

    @Override
    public LocalDate completing(LocalDate on) {
        return on.minusDays(1);
    }

    @Override
    public int windowDays(LocalDate last) {
        return policies.calendar().day(last).policy().days().rateWindowDays();
    }
}
