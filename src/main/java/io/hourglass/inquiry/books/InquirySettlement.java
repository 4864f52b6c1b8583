package io.hourglass.inquiry.books;

import static java.util.stream.Collectors.toCollection;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.pairs.CaseFileLoader;
import io.hourglass.inquiry.pairs.CaseFileLoader.JudgedPairs;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.PairReaches;
import io.hourglass.inquiry.pairs.ThreadMembers;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Judges inquiries for the books, by day or by supplier. */
@Component
class InquirySettlement implements Settlement {

    private final Inquiries inquiries;
    private final ThreadMembers threads;
    private final PairReaches reaches;
    private final CaseFileLoader loader;
    private final ServedInquiryFeed lessons;

    InquirySettlement(
            Inquiries inquiries,
            ThreadMembers threads,
            PairReaches reaches,
            CaseFileLoader loader,
            ServedInquiryFeed lessons) {
        this.inquiries = inquiries;
        this.threads = threads;
        this.reaches = reaches;
        this.loader = loader;
        this.lessons = lessons;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public List<JudgedCase> judgeDay(LocalDate day) {
        var reach = reaches.of(day, day);
        return judge(loader.loadPairsAmong(inquiries.ofPairsOn(day, reach.from(), reach.until())), day::equals);
    }

    @Override
    public void daySettled(LocalDate day, List<JudgedCase> judged) {
        lessons.learn(day, judged);
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to) {
        return judge(loader.loadPairsAmong(ofSubject(subject, from, to)), between(from, to));
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to, Instant stoodAt) {
        return judge(loader.loadPairsAmong(ofSubject(subject, from, to), stoodAt), between(from, to));
    }

    @Override
    public List<JudgedCase> judgeTied(CaseId id, LocalDate day) {
        var member = known(id);
        var pair = reaches.of(member.buyer(), member.supplier(), day);
        var inReach = inquiries.ofPairs(List.of(pair)).getOrDefault(pair, List.of());
        return judge(loader.loadPairsAmong(inReach), day::equals);
    }

    @Override
    public SortedSet<LocalDate> daysTiedTo(CaseId id) {
        return threads.tiedTo(List.of(known(id)), List.of()).all().stream()
                .map(Inquiry::day)
                .collect(toCollection(TreeSet::new));
    }

    private Inquiry known(CaseId id) {
        return inquiries.find(InquiryId.of(id)).orElseThrow(() -> new NotFound("inquiry", id.value()));
    }

    private List<Inquiry> ofSubject(Subject subject, LocalDate from, LocalDate to) {
        var reach = reaches.of(from, to);
        return inquiries.ofSupplier(new SupplierId(subject.id()), reach.from(), reach.until());
    }

    private static Predicate<LocalDate> between(LocalDate from, LocalDate to) {
        return day -> !day.isBefore(from) && !day.isAfter(to);
    }

    private static List<JudgedCase> judge(JudgedPairs pairs, Predicate<LocalDate> onDay) {
        return pairs.inquiries().stream()
                .filter(inquiry -> onDay.test(inquiry.day()))
                .map(inquiry -> new InquiryInPair(inquiry, pairs.of(inquiry)))
                .filter(judged -> !judged.inquiry().recordedAt().isAfter(judged.asOf()))
                .map(InquiryInPair::inBooks)
                .toList();
    }
}
