package io.hourglass.inquiry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.Inquiries.MailOfPair;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.inquiry.ThreadMembers.Members;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.Judge;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.CaseId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.Subject;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.Track;
import io.hourglass.rate.BookDays;
import io.hourglass.rate.JudgedCase;
import io.hourglass.rate.Settlement;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.DuplicateRule;
import io.hourglass.sla.Judgement;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays before the judge what it needs: an inquiry, and those of its pair that may share its chain, with their facts. */
@Component
class PairFiles implements Settlement {

    private final Inquiries inquiries;
    private final ThreadMembers threads;
    private final Facts facts;
    private final VerdictEntries entries;
    private final BookDays days;
    private final Policies policies;
    private final Lessons lessons;
    private final Clock clock;

    PairFiles(
            Inquiries inquiries,
            ThreadMembers threads,
            Facts facts,
            VerdictEntries entries,
            BookDays days,
            Policies policies,
            Lessons lessons,
            Clock clock) {
        this.inquiries = inquiries;
        this.threads = threads;
        this.facts = facts;
        this.entries = entries;
        this.days = days;
        this.policies = policies;
        this.lessons = lessons;
        this.clock = clock;
    }

    /** The pair's files around one inquiry: all that may matter to it, or to another of its thread whose books are open. */
    List<CaseFile> around(Inquiry inquiry) {
        return files(membersAround(List.of(pairOf(inquiry)), List.of()));
    }

    /** The same as processes heard it: each fact when it was learned of, although a dispute may have admitted it since. */
    List<CaseFile> asLearned(Inquiry inquiry) {
        var members = membersAround(List.of(pairOf(inquiry)), List.of());
        var learned = InChunks.find(members.ids(), facts::storedOf).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, stored -> stored.getValue().stream()
                        .map(StoredFact::fact)
                        .toList()));
        return files(new Members(members.all(), learned));
    }

    /**
     * Those in reach and all that are tied to them; of those that lie further off, as long as their books are open, the ones
     * around them too, so that each can be judged.
     */
    private Members membersAround(Collection<PairInReach> reaches, Collection<MailOfPair> mails) {
        var covered = new LinkedHashSet<>(reaches);
        while (true) {
            var inReach = inquiries.ofPairs(covered).values().stream()
                    .flatMap(List::stream)
                    .toList();
            var members = threads.tiedTo(inReach, mails);
            var further = members.all().stream()
                    .filter(member -> covered.stream().noneMatch(reach -> reach.holds(member)))
                    .filter(this::isOpen)
                    .map(this::pairOf)
                    .toList();
            if (further.isEmpty()) {
                return members;
            }
            covered.addAll(further);
        }
    }

    private boolean isOpen(Inquiry inquiry) {
        var clocks = policies.version(inquiry.policyVersion()).clocksFor(inquiry.receivedAt());
        return clock.instant().isBefore(clocks.booksClose());
    }

    /** Reads for many inquiries at once what {@link #around} asks for one. */
    void readAhead(Collection<Inquiry> wanted, Collection<MailOfPair> mails) {
        readPairsAhead(wanted.stream().map(this::pairOf).toList(), mails);
    }

    /** Every inquiry that the buyer sent on those days, both included, with the files of its pair. */
    Map<Inquiry, Map<InquiryId, CaseFile>> ofBuyer(BuyerId buyer, LocalDate first, LocalDate last) {
        var reach = reach(first, last);
        var members = threads.tiedTo(inquiries.ofBuyer(buyer, reach.from(), reach.until()), List.of());
        var all = members.all();
        var files = files(members).stream().collect(toMap(CaseFile::id, file -> file));
        var pairs =
                all.stream().collect(groupingBy(Inquiry::supplier, toMap(Inquiry::id, member -> file(files, member))));
        return all.stream()
                .filter(member -> !member.day().isBefore(first) && !member.day().isAfter(last))
                .collect(toMap(member -> member, member -> pairs.getOrDefault(member.supplier(), Map.of())));
    }

    private static CaseFile file(Map<InquiryId, CaseFile> files, Inquiry member) {
        return Objects.requireNonNull(files.get(member.id()));
    }

    /** Each as of now. */
    List<Judgement> judge(Collection<Inquiry> wanted) {
        var around = around(wanted);
        return wanted.stream()
                .map(inquiry -> judge(inquiry, around.getOrDefault(inquiry, List.of())))
                .toList();
    }

    /** For many inquiries at once what {@link #around(Inquiry)} says of one; those of a pair share their files. */
    Map<Inquiry, List<CaseFile>> around(Collection<Inquiry> wanted) {
        var members = membersAround(wanted.stream().map(this::pairOf).collect(toSet()), List.of());
        var files = files(members).stream().collect(toMap(CaseFile::id, file -> file));
        var pairs =
                members.all().stream().collect(groupingBy(Pair::of, mapping(member -> file(files, member), toList())));
        return wanted.stream()
                .distinct()
                .collect(toMap(inquiry -> inquiry, inquiry -> pairs.getOrDefault(Pair.of(inquiry), List.of())));
    }

    private Judgement judge(Inquiry inquiry, List<CaseFile> pair) {
        var now = clock.instant();
        var asOf = now.isBefore(inquiry.recordedAt()) ? inquiry.recordedAt() : now;
        return Judge.judge(pair, inquiry.id(), asOf);
    }

    /** @param mails that are about to come in */
    void readPairsAhead(List<PairInReach> pairs, Collection<MailOfPair> mails) {
        entries.latestOf(membersAround(pairs, mails).ids());
    }

    private PairInReach pairOf(Inquiry inquiry) {
        return pairOf(inquiry.buyer(), inquiry.supplier(), inquiry.day());
    }

    PairInReach pairOf(BuyerId buyer, SupplierId supplier, LocalDate day) {
        var reach = reach(day, day);
        return new PairInReach(buyer, supplier, reach.from(), reach.until());
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public List<JudgedCase> judgeDay(LocalDate day) {
        var reach = reach(day, day);
        return inBooks(judge(inquiries.ofPairsOn(day, reach.from(), reach.until()), day::equals));
    }

    @Override
    public void daySettled(LocalDate day, List<JudgedCase> judged) {
        lessons.learn(day, judged);
    }

    private static List<JudgedCase> inBooks(List<JudgedInquiry> judged) {
        return judged.stream().map(JudgedInquiry::inBooks).toList();
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to) {
        return inBooks(judgeSupplier(new SupplierId(subject.id()), from, to));
    }

    /** Every inquiry that the supplier received on those days, both included, as of now. */
    List<JudgedInquiry> judgeSupplier(SupplierId supplier, LocalDate from, LocalDate to) {
        var reach = reach(from, to);
        var wanted = inquiries.ofSupplier(supplier, reach.from(), reach.until());
        return judge(wanted, day -> !day.isBefore(from) && !day.isAfter(to));
    }

    @Override
    public List<JudgedCase> judgeSubject(Subject subject, LocalDate from, LocalDate to, Instant stoodAt) {
        var supplier = new SupplierId(subject.id());
        var reach = reach(from, to);
        var wanted = inquiries.ofSupplier(supplier, reach.from(), reach.until());
        var members = threads.tiedTo(wanted, List.of(), ids -> facts.of(ids, stoodAt));
        var files = files(members, ids -> entries.latestOf(ids, stoodAt));
        return inBooks(judge(members, files, day -> !day.isBefore(from) && !day.isAfter(to)));
    }

    @Override
    public List<JudgedCase> judgeTied(CaseId id, LocalDate day) {
        var member = inquiries.find(InquiryId.of(id)).orElseThrow(() -> new NotKnown("inquiry", id.value()));
        var pair = pairOf(member.buyer(), member.supplier(), day);
        return inBooks(judge(inquiries.ofPairs(List.of(pair)).getOrDefault(pair, List.of()), day::equals));
    }

    @Override
    public SortedSet<LocalDate> daysTiedTo(CaseId id) {
        var member = inquiries.find(InquiryId.of(id)).orElseThrow(() -> new NotKnown("inquiry", id.value()));
        return threads.tiedTo(List.of(member), List.of()).all().stream()
                .map(Inquiry::day)
                .collect(toCollection(TreeSet::new));
    }

    private List<JudgedInquiry> judge(List<Inquiry> inReach, Predicate<LocalDate> onDay) {
        var members = threads.tiedTo(inReach, List.of());
        return judge(members, files(members), onDay);
    }

    private List<JudgedInquiry> judge(Members members, List<CaseFile> caseFiles, Predicate<LocalDate> onDay) {
        var now = clock.instant();
        var files = caseFiles.stream().collect(toMap(CaseFile::id, file -> file));
        return members.all().stream().collect(groupingBy(Pair::of)).values().stream()
                .flatMap(pair -> judgePair(pair, files, onDay, now))
                .toList();
    }

    private static Stream<JudgedInquiry> judgePair(
            List<Inquiry> pair, Map<InquiryId, CaseFile> files, Predicate<LocalDate> onDay, Instant now) {
        var chain = pair.stream().map(member -> files.get(member.id())).toList();
        return pair.stream()
                .filter(member ->
                        onDay.test(member.day()) && !member.recordedAt().isAfter(now))
                .map(member -> new JudgedInquiry(Judge.judge(chain, member.id(), now), member.supplier()));
    }

    private List<CaseFile> files(Members members) {
        return files(members, entries::latestOf);
    }

    private List<CaseFile> files(Members members, Known<VerdictEntry> latest) {
        var settled = settledStates(members, latest);
        return members.all().stream()
                .map(member -> new CaseFile(
                        member.id(),
                        member.receivedAt(),
                        member.recordedAt(),
                        policies.version(member.policyVersion()),
                        members.facts().getOrDefault(member.id(), List.of()),
                        List.of(),
                        settled.get(member.id())))
                .toList();
    }

    /** Of members of settled days; they are fixed input for those of later days. */
    private Map<InquiryId, State> settledStates(Members members, Known<VerdictEntry> latest) {
        var daysOfMembers =
                new HashSet<>(members.all().stream().map(Inquiry::day).toList());
        if (daysOfMembers.size() < 2) {
            return Map.of();
        }
        var settledDays = new HashSet<>(days.settledAmong(Track.INQUIRY, daysOfMembers));
        return settledDays.isEmpty()
                ? Map.of()
                : InChunks.find(members.ids(), latest).values().stream()
                        .filter(entry -> settledDays.contains(entry.day()))
                        .collect(toMap(entry -> InquiryId.of(entry.id()), entry -> (State) entry.state()));
    }

    /**
     * How far around those days a chain can reach that matters to them. Behind a settled day its verdicts stand, so that
     * no anchor further back than the longest reach can matter.
     */
    private Reach reach(LocalDate first, LocalDate last) {
        var zone = policies.zone();
        var from = NaturalDay.start(first, zone);
        var until = NaturalDay.end(last, zone);
        if (policies.all().stream().noneMatch(policy -> policy.duplicates() == DuplicateRule.ROLLING_24H)) {
            return new Reach(from, until);
        }
        var unsettled =
                days.firstUnsettled(Track.INQUIRY).filter(first::isAfter).orElse(first);
        return new Reach(
                NaturalDay.start(unsettled, zone).minus(DuplicateRule.LONGEST_REACH),
                until.plus(DuplicateRule.LONGEST_REACH));
    }

    /** What is known of many inquiries; one of which nothing is known is absent. */
    private interface Known<V> extends Function<List<InquiryId>, Map<CaseId, V>> {}

    private record Reach(Instant from, Instant until) {}

    private record Pair(String buyer, String supplier) {

        static Pair of(Inquiry inquiry) {
            return new Pair(inquiry.buyer().value(), inquiry.supplier().value());
        }
    }
}
