package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.judging.DayOfPair.Books;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.sla.Corrections;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pair, judged as of an instant: the one place that says where its inquiries stand. It follows from the facts and their own
 * times alone: whatever order they arrive in, and however late up to the books' close, it is the same; what comes after the
 * close changes nothing.
 *
 * <p>Each day's threads and duplicates are worked out once, each inquiry is judged once, and only when it is asked about: all of
 * a day's together cost little more than one of them.
 */
public final class JudgedPair {

    private final PairSnapshot pair;
    private final Instant asOf;
    private final Map<Books, DayOfPair> days = new HashMap<>();
    private final Map<Seen, KnownFacts> known = new HashMap<>();
    private final Map<InquiryId, Conversation> conversations = new HashMap<>();
    private final Map<InquiryId, Judgement> judgements = new HashMap<>();

    private final @Nullable Supposition supposition;

    JudgedPair(PairSnapshot pair, Instant asOf) {
        this(pair, asOf, null);
    }

    private JudgedPair(PairSnapshot pair, Instant asOf, @Nullable Supposition supposition) {
        this.pair = pair;
        this.asOf = asOf;
        this.supposition = supposition;
    }

    /** What the pair was before something was supposed of one of its inquiries. */
    private record Supposition(JudgedPair before, CaseId inquiry) {

        /** What is known of all others stays as it was. */
        boolean leaves(Seen seen) {
            return !seen.inquiry().equals(inquiry) && !seen.followUps().contains(inquiry);
        }
    }

    /** An inquiry's facts, with those of its follow-ups, by a close. */
    private record Seen(InquiryId inquiry, List<InquiryId> followUps, Instant close) {}

    public PairSnapshot pair() {
        return pair;
    }

    /** What was recorded later is left out of account. */
    public Instant asOf() {
        return asOf;
    }

    /** The same pair as of another instant. */
    public JudgedPair at(Instant instant) {
        return pair.judged(instant);
    }

    /** What would be so if this had happened to one of its inquiries as well. */
    public JudgedPair supposing(Fact fact) {
        return new JudgedPair(pair.supposing(fact), asOf, new Supposition(this, fact.caseId()));
    }

    /** Those that were known by then, by receipt. */
    public List<CaseFile> known() {
        return pair.files().stream()
                .filter(file -> !file.recordedAt().isAfter(asOf))
                .toList();
    }

    /** @throws IllegalArgumentException if the inquiry is not among the pair's, or not known as of that instant */
    public Judgement judgement(InquiryId inquiry) {
        return judgements.computeIfAbsent(inquiry, id -> Judge.judge(pair.file(id), this));
    }

    /**
     * Whether the supplier has answered, rejected or reported this very inquiry, effectively; closed books do not matter to
     * that. Replies to its follow-ups answer it; of a follow-up only its replies matter.
     */
    public boolean supplierActed(InquiryId inquiry) {
        var conversation = conversation(inquiry);
        return conversation.isFollowUp()
                ? !conversation.answers().isEmpty()
                : conversation.known().supplierActed();
    }

    /**
     * The replies that answer this very inquiry, those to its follow-ups among them, the earliest first. Of a follow-up those
     * to it that answer the inquiry that it follows. Each is dated as it counts.
     */
    public List<Fact> answers(InquiryId inquiry) {
        return conversation(inquiry).answers().stream()
                .sorted(Corrections.EARLIEST_FIRST)
                .toList();
    }

    /**
     * What a judgement rests on.
     *
     * @param judgement of one of the pair's inquiries, perhaps one that was booked earlier
     */
    public Grounds grounds(Judgement judgement) {
        return new GroundsSearch(this, judgement).grounds();
    }

    /** The correction by which the fact of the inquiry is retracted or reclassified. */
    public Optional<Fact> correctionOf(Fact fact, InquiryId inquiry) {
        return conversation(inquiry).known().correctionOf(fact);
    }

    DayOfPair dayOf(CaseFile file) {
        return days.computeIfAbsent(Books.of(file), books -> new DayOfPair(this, books));
    }

    Conversation conversation(InquiryId inquiry) {
        return conversations.computeIfAbsent(inquiry, id -> conversation(pair.file(id)));
    }

    private Conversation conversation(CaseFile file) {
        var threads = dayOf(file).threads();
        var root = threads.linkOf(file.id()).map(link -> pair.file(link.root())).orElse(file);
        return new Conversation(file, root, known(root, threads.followUpsOf(root.id()), Instant.MAX));
    }

    /** @param close see {@link KnownFacts#of} */
    KnownFacts known(CaseFile file, List<CaseFile> followUps, Instant close) {
        var seen = new Seen(file.id(), followUps.stream().map(CaseFile::id).toList(), close);
        return supposition != null && supposition.leaves(seen)
                ? supposition.before().known(file, followUps, close)
                : known.computeIfAbsent(seen, facts -> KnownFacts.of(file, followUps, asOf, close));
    }
}
