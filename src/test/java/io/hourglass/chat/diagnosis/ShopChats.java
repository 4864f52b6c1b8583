package io.hourglass.chat.diagnosis;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Consultations of one shop, in local time. */
final class ShopChats {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The first of eight weeks; the last two are looked at. */
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    static final Span LAST_WEEKS =
            new Span(MONDAY.plusWeeks(6), MONDAY.plusWeeks(8).minusDays(1));

    final List<HandledConsultation> all = new ArrayList<>();

    static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    static AccountId account(String name) {
        return new AccountId(name);
    }

    /** Each working day of eight weeks, each hour from and before: one that is asked at 10 past and answered at 15 past. */
    ShopChats works(String account, int from, int before) {
        for (var day = MONDAY; day.isBefore(MONDAY.plusWeeks(8)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                worksOn(day, account, from, before);
            }
        }
        return this;
    }

    ShopChats worksOn(LocalDate day, String account, int from, int before) {
        for (var hour = from; hour < before; hour++) {
            answered(account, day.atTime(hour, 10), day.atTime(hour, 15));
        }
        return this;
    }

    ShopChats answered(String account, LocalDateTime asked, LocalDateTime answered) {
        add(account, asked, one -> one.state(ChatState.ANSWERED)
                .answeredBy(AuthorKind.HUMAN)
                .wroteAt(List.of(at(answered))));
        return this;
    }

    ConsultationId unanswered(String account, LocalDate day, String time) {
        return unanswered(account, day.atTime(LocalTime.parse(time)), one -> one);
    }

    ConsultationId unanswered(
            String account, LocalDateTime asked, UnaryOperator<HandledConsultationBuilder> otherwise) {
        return add(account, asked, one -> otherwise.apply(one.state(ChatState.UNANSWERED)));
    }

    ConsultationId add(String account, LocalDateTime asked, UnaryOperator<HandledConsultationBuilder> how) {
        var id = new ConsultationId("c" + all.size());
        all.add(how.apply(HandledConsultation.builder()
                        .id(id)
                        .account(account(account))
                        .day(asked.toLocalDate())
                        .openedAt(at(asked)))
                .build());
        return id;
    }

    ChatDiagnosis diagnosis() {
        return ChatDiagnosis.ofShop(LAST_WEEKS, all, ZONE);
    }

    ChatDiagnosis diagnosis(String account) {
        return ChatDiagnosis.ofAccount(account(account), LAST_WEEKS, all, ZONE);
    }
}
