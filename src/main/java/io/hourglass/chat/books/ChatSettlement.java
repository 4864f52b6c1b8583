package io.hourglass.chat.books;

import static java.util.stream.Collectors.toCollection;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Judges consultations for the books. Each stands for itself: no other case's facts matter to it. */
@Component
class ChatSettlement implements Settlement {

    private final Consultations consultations;
    private final JudgedConsultations cases;

    ChatSettlement(Consultations consultations, JudgedConsultations cases) {
        this.consultations = consultations;
        this.cases = cases;
    }

    @Override
    public Track track() {
        return ConsultationId.CHAT;
    }

    @Override
    public List<JudgedCase> judgeDay(LocalDate day) {
        return judgeDayInParts(day).flatMap(List::stream).toList();
    }

    /** All that are open at midnight are judged at one instant: of a part alone the facts are held. */
    @Override
    public Stream<List<JudgedCase>> judgeDayInParts(LocalDate day) {
        return consultations.openedInParts(day).map(part -> inBooks(cases.ofMany(part)));
    }

    @Override
    public void daySettled(LocalDate day, List<JudgedCase> judged) {}

    @Override
    public List<JudgedCase> judgeTied(CaseId id, LocalDate day) {
        return known(id).filter(kept -> kept.day().equals(day)).map(cases::of).stream()
                .flatMap(judged -> judged.inBooks().stream())
                .toList();
    }

    @Override
    public SortedSet<LocalDate> daysTiedTo(CaseId id) {
        return known(id).map(KeptConsultation::day).stream().collect(toCollection(TreeSet::new));
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to) {
        return inBooks(cases.ofMany(ofSubject(subject, from, to)));
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to, Instant stoodAt) {
        return inBooks(cases.ofMany(ofSubject(subject, from, to), stoodAt));
    }

    private List<KeptConsultation> ofSubject(Subject subject, LocalDate from, LocalDate to) {
        return opened(ChatAccount.of(subject)
                .map(account -> consultations.ofAccount(account, from, to))
                .orElseGet(() -> consultations.ofShop(new SupplierId(subject.id()), from, to)));
    }

    private Optional<KeptConsultation> known(CaseId id) {
        return consultations.find(ConsultationId.of(id));
    }

    private static List<KeptConsultation> opened(List<KeptConsultation> some) {
        return some.stream().filter(KeptConsultation::isOpened).toList();
    }

    private static List<JudgedCase> inBooks(List<JudgedConsultation> judged) {
        return judged.stream().flatMap(one -> one.inBooks().stream()).toList();
    }
}
